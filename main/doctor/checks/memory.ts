import { say } from '../../contract/doctor-sentences';
import { totalmem } from 'node:os';
import { passed, warning, type Check } from '../check';

const gigabyte = 1024 ** 3;
/** A machine of 8 GB has a little less for programs. */
export const advisedMemoryBytes = 7.5 * gigabyte;

export function judgeMemory(totalBytes: number) {
  const total = { gigabytes: (totalBytes / gigabyte).toFixed(1) };
  if (totalBytes >= advisedMemoryBytes) return passed(say('memory', total));
  return warning(say('memoryLow', total), say('doCloseOthers'));
}

export const memory: Check = {
  id: 'memory',
  question: 'Is there memory enough?',
  ask: async () => judgeMemory(totalmem()),
};
