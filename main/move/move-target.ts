import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { failed } from '../contract/failure';
import { makeFolder } from '../settings/data-folder';
import { readFreeBytes, readNetworkShare } from '../settings/data-folder-disk';

/** Room that stays free beside the copy. */
const spareBytes = 2 * 1024 ** 3;

/**
 * Makes the folder that is moved to and returns it without links. Fails with `MOVE_TARGET_UNFIT`
 * (inside the data folder, around it, not empty, on a network share, not to be made).
 */
export async function prepareTarget(from: string, wanted: string): Promise<string> {
  const unfit = (reason: string) => failed('MOVE_TARGET_UNFIT', { folder: wanted, reason });
  // Looked at before anything is made, through the links of whatever part is there already.
  const planned = await resolveLinks(wanted);
  if (isWithin(planned, from)) throw unfit('it is the data folder, or inside it.');
  if (isWithin(from, planned)) throw unfit('the data folder is inside it.');
  const share = await readNetworkShare(planned);
  if (share !== null) throw unfit(`it is on a network share (${share}).`);
  const found = await stat(planned).catch(() => null);
  if (found && !found.isDirectory()) throw unfit('it is a file.');
  if (found && (await readdir(planned)).length > 0) throw unfit('it is not empty.');
  try {
    await makeFolder(planned);
  } catch (error) {
    throw unfit((error as Error).message);
  }
  return planned;
}

/** Fails with `MOVE_NO_SPACE`. */
export async function requireRoom(folder: string, sizeBytes: number): Promise<void> {
  const freeBytes = await readFreeBytes(folder);
  const neededBytes = sizeBytes + spareBytes;
  if (freeBytes === null || freeBytes >= neededBytes) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
  throw failed('MOVE_NO_SPACE', {
    folder,
    freeMb: megabytes(freeBytes),
    neededMb: megabytes(neededBytes),
  });
}

async function resolveLinks(path: string): Promise<string> {
  const real = await realpath(path).catch(() => null);
  if (real !== null || dirname(path) === path) return real ?? path;
  return join(await resolveLinks(dirname(path)), basename(path));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way.split(/[\\/]/)[0] !== '..' && !isAbsolute(way));
}
