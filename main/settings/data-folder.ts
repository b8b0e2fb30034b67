import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { failed } from '../contract/failure';
import { dataPaths } from './paths';

const folderName = 'Deltadesk';
type Environment = Readonly<Record<string, string | undefined>>;

/** The user's own data folder as each platform wants it (on Linux the XDG Base Directory rules). */
export function defaultDataFolder(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const home = homedir();
  switch (platform) {
    case 'win32':
      return join(environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), folderName);
    case 'darwin':
      return join(home, 'Library', 'Application Support', folderName);
    default: {
      // A relative path there is to be ignored, say the rules.
      const given = environment['XDG_DATA_HOME'] ?? '';
      return join(isAbsolute(given) ? given : join(home, '.local', 'share'), folderName);
    }
  }
}

/** What a person reads for the error codes of the file system. */
const reasons: Record<string, string> = {
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ENOENT: 'it cannot be created there',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
};

/**
 * Makes the data folder and its inner folders where they are missing, for this user alone, and
 * proves by a file that they can be written. Fails with `DATA_FOLDER_NOT_A_FOLDER` (it, or one of
 * them, is a file, or it lies inside one) or `DATA_FOLDER_DENIED` with the reason.
 */
export async function prepareDataFolder(dataFolder: string): Promise<void> {
  const folder = resolve(dataFolder);
  const paths = dataPaths(folder);
  await inDataFolder(folder, async () => {
    for (const inner of [folder, paths.run, paths.logs, paths.kafka, paths.delta])
      await makeFolder(inner);
    for (const written of [folder, paths.run]) await tryToWrite(written);
  });
}

/** What `work` writes into a data folder; where the system refuses it, it fails like `prepareDataFolder`. */
export async function inDataFolder(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, message, path } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      // What stands in the way may be one of the inner folders.
      const inTheWay = path?.startsWith(join(folder, sep)) ? path : folder;
      throw failed('DATA_FOLDER_NOT_A_FOLDER', { folder: inTheWay });
    }
    if (code === undefined) throw error;
    throw failed('DATA_FOLDER_DENIED', { folder, reason: reasons[code] ?? message });
  }
}

/**
 * Makes a folder and those above it, one by one: Node's own recursive way never returns where the
 * file system answers ENOENT to every try (below /proc on Linux).
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** Rights on paper say little (root, shares, read-only mounts): only a write tells. */
async function tryToWrite(folder: string): Promise<void> {
  const file = join(folder, `.write-test-${randomUUID()}`);
  try {
    await writeFile(file, '', { flag: 'wx', mode: 0o600 });
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}
