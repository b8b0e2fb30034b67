import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import { dataPaths } from './paths';

/** The user's own data folder of the platform (XDG Base Directory on Linux). */
export function defaultDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  switch (process.platform) {
    case 'win32':
      return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Deltadesk');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Deltadesk');
    default:
      return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'Deltadesk');
  }
}

const reasons: Record<string, string> = {
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'it cannot be created there',
};

/**
 * Makes the data folder and its inner folders where they are missing. Fails with
 * `DATA_FOLDER_NOT_A_FOLDER` or `DATA_FOLDER_DENIED` and says why.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    const paths = dataPaths(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw failed('DATA_FOLDER_NOT_A_FOLDER', { folder });
    accessSync(folder, constants.W_OK);
    for (const inner of [paths.run, paths.logs]) mkdirSync(inner, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST' || code === 'ENOTDIR') throw failed('DATA_FOLDER_NOT_A_FOLDER', { folder });
    if (!code) throw error;
    throw failed('DATA_FOLDER_DENIED', { folder, reason: reasons[code] ?? code });
  }
}
