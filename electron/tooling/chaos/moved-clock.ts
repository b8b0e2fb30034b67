import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu', ''].flatMap((system) => [
  join('/usr/lib', system, 'faketime'),
  join('/usr/lib64', system, 'faketime'),
]);

/** libfaketime for programs of several threads; fails with what is to be installed. */
export function findFakedTime(): string {
  const found = folders
    .map((folder) => join(folder, 'libfaketimeMT.so.1'))
    .find((library) => existsSync(library));
  if (found) return found;
  throw new Error(
    'The long form moves the clock of the system by libfaketime, which is not installed. ' +
      'Debian and Ubuntu: apt install libfaketime.',
  );
}

/**
 * What a process, and all that it starts, needs to see the clock of the system moved. The monotonic
 * clock stays, as when a person sets the time; waits by it are left alone (a JVM would not wait).
 */
export function movedClockEnvironment(
  library: string,
  offsetMs: number,
): Readonly<Record<string, string>> {
  if (offsetMs === 0) return {};
  return {
    LD_PRELOAD: library,
    FAKETIME: `${offsetMs < 0 ? '-' : '+'}${Math.abs(offsetMs) / 1000}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
    NO_FAKE_STAT: '1',
  };
}
