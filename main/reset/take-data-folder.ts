import { sayEvent } from '../contract/event-sentences';
import type { Said } from '../contract/said';
import { prepareDataFolder } from '../settings/data-folder';
import type { DataPaths } from '../settings/paths';
import { acquireInstanceLock, type InstanceLock } from '../supervisor/instance-lock';
import { endLeftovers } from '../supervisor/run-files';
import { finishReset } from './run-reset';

/** A data folder that is this process's own, with nothing of an earlier run left in it. */
export interface TakenDataFolder {
  readonly lock: InstanceLock;
  /** What was done to it, a sentence each, for the event log. */
  readonly notices: readonly Said[];
}

/**
 * Makes the folder usable and takes its lock, ends processes that an earlier run left, and finishes
 * a reset that was cut off. Fails as these do; the lock is then free again.
 */
export async function takeDataFolder(paths: DataPaths): Promise<TakenDataFolder> {
  await prepareDataFolder(paths.dataFolder);
  const lock = await acquireInstanceLock(paths);
  try {
    const notices = await endLeftovers(paths);
    const finished = await finishReset(paths);
    if (finished) {
      // The folders that it deleted are expected to be there.
      await prepareDataFolder(paths.dataFolder);
      notices.push(sayEvent('resetFinished', { level: finished.level, at: finished.atUtc }));
    }
    return { lock, notices };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
