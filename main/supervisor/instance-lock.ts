import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { failed, FailureError } from '../contract/failure';
import type { DataPaths } from '../settings/paths';
import { createExclusively, replaceFile } from './exclusive-file';
import { isHeld, readLock, thisHolder } from './lock-holder';

/** This process's hold on a data folder. */
export interface InstanceLock {
  /** Lets the next one in; a second call does nothing. */
  release(): Promise<void>;
}

const acquireDeadlineMs = 10_000;
const lookAgainMs = 20;

/**
 * Takes the data folder for this process. A lock whose holder is dead, or whose pid belongs to
 * another process by now, is taken over, by one process alone. Fails with `DATA_FOLDER_LOCKED`,
 * which names the living holder, or with `DATA_FOLDER_DENIED`.
 */
export async function acquireInstanceLock(paths: DataPaths): Promise<InstanceLock> {
  const { lock, dataFolder: folder } = paths;
  const own = `${JSON.stringify(await thisHolder())}\n`;
  try {
    await mkdir(paths.run, { recursive: true, mode: 0o700 });
    for (const endMs = Date.now() + acquireDeadlineMs; ; await delay(lookAgainMs)) {
      if (await createExclusively(lock, own)) break;
      const found = await readLock(lock);
      if (!found) continue;
      const isOver = Date.now() > endMs;
      if ((found.holder && (await isHeld(lock, found))) || isOver) {
        const { pid = null, since = null } = found.holder ?? {};
        throw failed('DATA_FOLDER_LOCKED', { folder, pid, since });
      }
      if (await isHeld(lock, found)) continue;
      if (await takeOver(lock, found.text, own)) break;
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw failed('DATA_FOLDER_DENIED', { folder, reason: code ? `${code} at ${lock}` : message });
  }
  return { release: () => release(lock, own) };
}

async function release(lock: string, own: string): Promise<void> {
  if ((await readLock(lock))?.text === own) await rm(lock, { force: true });
}

/**
 * Replaces a stale lock; false when another process does or did. Two processes may see the same
 * stale lock, and whoever simply removed it could remove the other one's new lock. So each first
 * claims this very stale text, by a file that only one can make, and replaces the lock while it
 * holds the claim. Should a claimant die, the next number is claimed.
 */
async function takeOver(lock: string, stale: string, own: string): Promise<boolean> {
  const hash = createHash('sha256').update(stale).digest('hex').slice(0, 16);
  const claimOf = (number: number) => `${lock}.claim-${hash}-${number}`;
  const deadClaims: string[] = [];
  while (!(await createExclusively(claimOf(deadClaims.length), own))) {
    const claim = claimOf(deadClaims.length);
    const found = await readLock(claim);
    if (!found || (await isHeld(claim, found))) return false;
    deadClaims.push(claim);
  }
  const ownClaim = claimOf(deadClaims.length);
  try {
    if ((await readLock(lock))?.text !== stale) return false;
    await replaceFile(lock, own);
    // Only now: without them another process could begin a second row of claims beside this one.
    for (const claim of deadClaims) await rm(claim, { force: true });
    return true;
  } finally {
    await rm(ownClaim, { force: true });
  }
}
