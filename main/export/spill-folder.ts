import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './live-process';

/**
 * Lends a folder of its own for what a sort puts aside (two DuckDBs in one folder would take each
 * other's files), and removes it; those of dead processes go first.
 */
export async function withSpillFolder<T>(
  parent: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const pid = Number(/^export-(\d+)-[0-9a-f]+$/.exec(name)?.[1]);
    if (pid > 0 && pid !== process.pid && !isAlive(pid)) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
  const folder = join(parent, `export-${process.pid}-${randomBytes(6).toString('hex')}`);
  await mkdir(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
