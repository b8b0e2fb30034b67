import { say } from '../../contract/doctor-sentences';
import { leastFreeBytes, readFreeBytes } from '../../settings/data-folder-disk';
import { broken, notRun, passed, warning, type Check } from '../check';

const gigabyte = 1024 ** 3;
/** With less the doctor warns (floor.md 8.2). */
export const advisedFreeBytes = 10 * gigabyte;
const remedy = say('doFreeDisk');

/** `freeBytes` null where the system does not tell. */
export function judgeDisk(freeBytes: number | null) {
  if (freeBytes === null) return notRun(say('systemSilent'));
  const free = { gigabytes: (freeBytes / gigabyte).toFixed(1) };
  if (freeBytes < leastFreeBytes) return broken(say('diskFull', free), remedy);
  if (freeBytes < advisedFreeBytes) return warning(say('diskLow', free), remedy);
  return passed(say('diskFree', free));
}

export const disk: Check = {
  id: 'disk',
  question: 'Is there room on the disk?',
  ask: async ({ paths }) => judgeDisk(await readFreeBytes(paths.dataFolder)),
};
