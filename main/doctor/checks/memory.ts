import { totalmem } from 'node:os';
import { passed, warning, type Check } from '../check';

const gigabyte = 1024 ** 3;
/** A machine of 8 GB has a little less for programs. */
const enoughBytes = 7.5 * gigabyte;

export function judgeMemory(totalBytes: number) {
  const answer = `The machine has ${(totalBytes / gigabyte).toFixed(1)} GB.`;
  if (totalBytes >= enoughBytes) return passed(answer);
  return warning(`${answer} 8 GB are advised.`, 'Close other programs while the pipeline runs.');
}

export const memory: Check = {
  id: 'memory',
  question: 'Is there memory enough?',
  ask: async () => judgeMemory(totalmem()),
};
