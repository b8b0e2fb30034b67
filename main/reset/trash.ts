import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { failed } from '../contract/failure';
import type { DataPaths } from '../settings/paths';

const prefix = 'trash-';

/**
 * Takes folders out of use by one rename each, so that a crash never leaves half a table that looks
 * whole; a folder that is not there is passed over. Fails with `FOLDER_NOT_REMOVED`.
 */
export async function moveToTrash(paths: DataPaths, folders: readonly string[]): Promise<void> {
  const trash = join(paths.run, `${prefix}${randomUUID()}`);
  await mkdir(trash, { recursive: true, mode: 0o700 });
  for (const folder of folders) {
    try {
      await rename(folder, join(trash, basename(folder)));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') throw failed('FOLDER_NOT_REMOVED', { folder, reason: message });
    }
  }
}

/** Frees the disk of what was thrown away, now or before a crash. Links in it are not followed. */
export async function emptyTrash(paths: DataPaths): Promise<void> {
  const names = await readdir(paths.run).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const folder = join(paths.run, name);
    try {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      throw failed('FOLDER_NOT_REMOVED', { folder, reason: (error as Error).message });
    }
  }
}
