import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import { movedFrom, type MoveDone, type MovedFrom, type MoveProgress } from '../contract/move';
import { takeDataFolder } from '../reset/take-data-folder';
import { keepDataFolderChoice, usualDataFolder } from '../settings/chosen-data-folder';
import { dataPaths } from '../settings/paths';
import { copyFolder } from './copy-folder';
import { listFolder, sumUp } from './folder-files';
import { prepareTarget, requireRoom } from './move-target';
import { verifyCopy } from './verify-copy';

const noteOf = (folder: string) => join(dataPaths(folder).run, 'moved-from.json');

/**
 * Copies a data folder to a new or empty one and verifies the copy; the old one stays. Both are
 * absolute paths. Nothing runs on the folder meanwhile: it is locked. Fails with
 * `DATA_FOLDER_DENIED` (it is not there), `DATA_FOLDER_LOCKED`, `MOVE_TARGET_UNFIT`,
 * `MOVE_NO_SPACE` or `MOVE_NOT_VERIFIED`.
 */
export async function moveDataFolder(
  dataFolder: string,
  wanted: string,
  onProgress: (progress: MoveProgress) => void,
): Promise<MoveDone> {
  const beginMs = Date.now();
  const from = await realpath(dataFolder).catch(() => {
    throw failed('DATA_FOLDER_DENIED', { folder: dataFolder, reason: 'it is not there' });
  });
  const { lock } = await takeDataFolder(dataPaths(from));
  try {
    const to = await prepareTarget(from, wanted);
    const entries = await listFolder(from);
    const sum = sumUp(entries);
    await requireRoom(to, sum.sizeBytes);
    await copyFolder(from, to, entries, onProgress);
    const tables = await verifyCopy(from, to, entries);
    const note: MovedFrom = { from, atUtc: new Date().toISOString(), ...sum };
    await mkdir(dataPaths(to).run, { recursive: true, mode: 0o700 });
    await writeFile(noteOf(to), `${JSON.stringify(note)}\n`, { mode: 0o600 });
    const tookMs = Date.now() - beginMs;
    return { from, to, ...sum, tables, removedOld: false, isUsual: false, tookMs };
  } finally {
    await lock.release();
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether starts use a folder by themselves, without an option or a variable that names it. */
export async function isUsualFolder(
  folder: string,
  environment: Environment = process.env,
): Promise<boolean> {
  if (environment['DELTADESK_DATA_FOLDER']) return false;
  return folder === (await realpath(usualDataFolder(environment)).catch(() => null));
}

/** Has later starts use a folder; false when it cannot be kept as the usual one, as a temporary one. */
export async function makeUsual(
  folder: string,
  environment: Environment = process.env,
): Promise<boolean> {
  return keepDataFolderChoice(folder, environment).then(
    () => true,
    () => false,
  );
}

/** What a folder was moved from; null when it was not. */
export async function readMovedFrom(folder: string): Promise<MovedFrom | null> {
  const text = await readFile(noteOf(folder), 'utf8').catch(() => null);
  return text === null ? null : movedFrom.parse(JSON.parse(text));
}

/**
 * Removes the folder that was moved, once a person has confirmed it. Fails with
 * `DATA_FOLDER_LOCKED`, with `MOVE_TARGET_UNFIT` when `copy` was not moved from it, and with
 * `MOVE_SOURCE_CHANGED` when it was used since.
 */
export async function removeOldFolder(dataFolder: string, copy: string): Promise<void> {
  const from = await realpath(dataFolder);
  const note = await readMovedFrom(copy);
  if (note?.from !== from) {
    throw failed('MOVE_TARGET_UNFIT', { folder: copy, reason: `it is no copy of ${from}.` });
  }
  const { lock } = await takeDataFolder(dataPaths(from));
  try {
    const { files, sizeBytes } = sumUp(await listFolder(from));
    if (files !== note.files || sizeBytes !== note.sizeBytes) {
      throw failed('MOVE_SOURCE_CHANGED', { folder: from, copy });
    }
    await rm(from, { recursive: true, maxRetries: 3 });
  } finally {
    await lock.release();
  }
}
