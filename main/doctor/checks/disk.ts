import { leastFreeBytes, readFreeBytes } from '../../settings/data-folder-disk';
import { broken, notRun, passed, warning, type Check } from '../check';

const gigabyte = 1024 ** 3;
const enoughBytes = 10 * gigabyte;
const remedy = 'Free disk space, or move the data folder with "deltadesk move --to FOLDER".';

/** `freeBytes` null where the system does not tell. */
export function judgeDisk(freeBytes: number | null) {
  if (freeBytes === null) return notRun('The system does not tell.');
  const answer = `${(freeBytes / gigabyte).toFixed(1)} GB are free.`;
  if (freeBytes < leastFreeBytes) return broken(`${answer} At least 2 GB are needed.`, remedy);
  if (freeBytes < enoughBytes) return warning(`${answer} 10 GB are advised.`, remedy);
  return passed(answer);
}

export const disk: Check = {
  id: 'disk',
  question: 'Is there room on the disk?',
  ask: async ({ paths }) => judgeDisk(await readFreeBytes(paths.dataFolder)),
};
