import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { failed } from '../contract/failure';
import type { DataPaths } from '../settings/paths';
import { isProcessAlive, processStart } from './process-identity';

const holder = z.object({ pid: z.number().int(), start: z.string().nullable(), since: z.string() });

export interface InstanceLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process; `DATA_FOLDER_LOCKED` names the process that has it. A lock
 * whose holder is dead, or whose pid belongs to another process by now, is taken over.
 */
export async function acquireInstanceLock(paths: DataPaths): Promise<InstanceLock> {
  mkdirSync(paths.run, { recursive: true });
  const own = `${paths.lock}.${randomUUID()}`;
  const since = new Date().toISOString();
  writeFileSync(own, JSON.stringify({ pid: process.pid, start: processStart(process.pid), since }));
  try {
    for (;;) {
      try {
        // A link is made whole or not at all: nobody ever reads half a lock.
        linkSync(own, paths.lock);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        takeAway(paths);
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
  return { release: async () => rmSync(paths.lock, { force: true }) };
}

/** Removes a stale lock; throws when its holder lives. */
function takeAway(paths: DataPaths): void {
  const seen = readLock(paths.lock);
  if (seen === null) return;
  const parsed = holder.safeParse(parseJson(seen));
  if (parsed.success) {
    const { pid, start, since } = parsed.data;
    const isHolder = start === null || processStart(pid) === start;
    if (isProcessAlive(pid) && isHolder) {
      throw failed('DATA_FOLDER_LOCKED', { folder: paths.dataFolder, pid, since });
    }
  }
  // Two processes may see the same stale lock: only a rename of that very lock may remove it.
  const aside = `${paths.lock}.${randomUUID()}`;
  try {
    renameSync(paths.lock, aside);
  } catch {
    return;
  }
  // The other process was quicker and this is its new lock: put it back.
  if (readLock(aside) !== seen) tryLink(aside, paths.lock);
  rmSync(aside, { force: true });
}

function readLock(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function tryLink(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // A third process has locked meanwhile; it keeps the lock.
  }
}
