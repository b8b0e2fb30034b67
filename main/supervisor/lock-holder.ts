import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { isProcessAlive, readProcessStart } from './process-identity';

/** Who holds a lock. `startedAt`: see `readProcessStart`; `since`: ISO time. */
export interface LockHolder {
  readonly pid: number;
  readonly startedAt: string | null;
  readonly since: string;
  /** Makes every taking of a lock a text of its own. */
  readonly token: string;
}

/** A lock file that was found; `holder` is null when it cannot be understood. */
export interface FoundLock {
  readonly text: string;
  readonly holder: LockHolder | null;
}

/** A file without a meaning may be one that is being written, see `createExclusively`. */
const writingDeadlineMs = 2_000;

/** This process, taking a lock now. */
export async function thisHolder(): Promise<LockHolder> {
  const { pid } = process;
  const since = new Date().toISOString();
  return { pid, startedAt: await readProcessStart(pid), since, token: randomUUID() };
}

/** Null when there is no such file. */
export async function readLock(file: string): Promise<FoundLock | null> {
  try {
    const text = await readFile(file, 'utf8');
    return { text, holder: parseHolder(text) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** True while the lock counts: its holder is alive, or it is so young that it is being written. */
export async function isHeld(file: string, { holder }: FoundLock): Promise<boolean> {
  if (!holder) {
    const age = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    return age < writingDeadlineMs;
  }
  if (!isProcessAlive(holder.pid)) return false;
  if (holder.startedAt === null) return true;
  const startedAt = await readProcessStart(holder.pid);
  // What cannot be told counts as held: two writers on one folder would be worse.
  return startedAt === holder.startedAt || (startedAt === null && isProcessAlive(holder.pid));
}

function parseHolder(text: string): LockHolder | null {
  try {
    const { pid, startedAt, since, token } = JSON.parse(text) as Record<string, unknown>;
    if (!Number.isInteger(pid) || (pid as number) <= 0) return null;
    return {
      pid: pid as number,
      startedAt: typeof startedAt === 'string' ? startedAt : null,
      since: String(since),
      token: String(token),
    };
  } catch {
    return null;
  }
}
