import { open, readFile, rename } from 'node:fs/promises';
import { failed } from '../contract/failure';
import { resetIntent, type ResetIntent } from '../contract/reset';
import type { DataPaths } from '../settings/paths';

/** Notes a reset before its first deletion; it survives a crash and a power loss. */
export async function writeIntent(paths: DataPaths, intent: ResetIntent): Promise<void> {
  const part = `${paths.resetIntent}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(intent)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, paths.resetIntent);
}

/** The reset that was begun; null when none was. An unreadable note is a `FOLDER_NOT_REMOVED`. */
export async function readIntent(paths: DataPaths): Promise<ResetIntent | null> {
  try {
    return resetIntent.parse(JSON.parse(await readFile(paths.resetIntent, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const reason = 'it names a reset that was begun, but cannot be read. Remove it to start.';
    throw failed('FOLDER_NOT_REMOVED', { folder: paths.resetIntent, reason });
  }
}
