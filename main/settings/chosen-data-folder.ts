import { readFileSync } from 'node:fs';
import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, relative } from 'node:path';
import { failed } from '../contract/failure';
import { defaultDataFolder, prepareDataFolder } from './data-folder';
import { requireFitDisk } from './data-folder-disk';

type Environment = Readonly<Record<string, string | undefined>>;

/** Beside the default folder, so that it is found before any folder is known: one line, a path. */
const choiceFile = (environment: Environment) => `${defaultDataFolder(environment)}.data-folder`;

/** The data folder of a start that names none: the one a person chose, else the platform's. */
export function usualDataFolder(environment: Environment = process.env): string {
  try {
    const chosen = readFileSync(choiceFile(environment), 'utf8').trim();
    if (isAbsolute(chosen)) return chosen;
  } catch {
    // Nothing was chosen.
  }
  return defaultDataFolder(environment);
}

/**
 * Uses a folder in every later start that names none; it is made when it is missing. Fails with
 * `DATA_FOLDER_NOT_A_FOLDER`, `DISK_TOO_FULL`, or with `DATA_FOLDER_DENIED` where it cannot be
 * written, is temporary or lies on a network share.
 */
export async function keepDataFolderChoice(
  folder: string,
  environment: Environment = process.env,
): Promise<void> {
  await requireLastingFolder(folder);
  await prepareDataFolder(folder);
  await requireLastingFolder(await realpath(folder));
  await requireFitDisk(folder);
  const file = choiceFile(environment);
  if (folder === defaultDataFolder(environment)) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  // Whole or not at all: half a path would be another folder.
  await writeFile(`${file}.new`, `${folder}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Refuses by `DATA_FOLDER_DENIED` what the system deletes by itself: no place for tables. */
export async function requireLastingFolder(folder: string): Promise<void> {
  if (!isAbsolute(folder))
    throw failed('DATA_FOLDER_DENIED', { folder, reason: 'it is not an absolute path' });
  for (const temporary of [tmpdir(), await realpath(tmpdir())]) {
    const inside = relative(temporary, folder);
    if (!inside.startsWith('..') && !isAbsolute(inside))
      throw failed('DATA_FOLDER_DENIED', { folder, reason: 'it is a temporary folder' });
  }
}
