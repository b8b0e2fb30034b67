import { say } from '../../contract/doctor-sentences';
import { tmpdir } from 'node:os';
import { relative, isAbsolute } from 'node:path';
import { realpath } from 'node:fs/promises';
import { readNetworkShare } from '../../settings/data-folder-disk';
import { isHeld, readLock } from '../../supervisor/lock-holder';
import { broken, passed, warning, type Check } from '../check';
import type { DoctorPlace } from '../doctor-place';

const moveRemedy = say('doMove');

/** Locked by another process, on a network share, or where the system deletes files. */
export const dataFolder: Check = {
  id: 'dataFolder',
  question: 'Is the data folder ours, lasting and on this machine?',
  ask: async (place) => {
    const folder = await realpath(place.paths.dataFolder);
    const share = await readNetworkShare(folder);
    if (share !== null) {
      return broken(say('networkShare', { folder, share }), moveRemedy);
    }
    const holder = await otherHolder(place);
    if (holder !== null) {
      return broken(
        say('folderHeld', { pid: holder, folder }),
        say('doEndHolder', { pid: holder }),
      );
    }
    if (await isTemporary(folder)) {
      return warning(say('folderTemporary', { folder }), moveRemedy);
    }
    return passed(say('folder', { folder }));
  },
};

/** Pid of a living holder of the lock that is not this process; null when there is none. */
async function otherHolder({ paths }: DoctorPlace): Promise<number | null> {
  const found = await readLock(paths.lock);
  if (!found?.holder || found.holder.pid === process.pid) return null;
  return (await isHeld(paths.lock, found)) ? found.holder.pid : null;
}

async function isTemporary(folder: string): Promise<boolean> {
  const places = [
    tmpdir(),
    ...(process.platform === 'win32' ? [] : ['/tmp', '/var/tmp', '/dev/shm']),
  ];
  for (const place of places) {
    const real = await realpath(place).catch(() => null);
    if (real === null) continue;
    const inside = relative(real, folder);
    if (!inside.startsWith('..') && !isAbsolute(inside)) return true;
  }
  return false;
}
