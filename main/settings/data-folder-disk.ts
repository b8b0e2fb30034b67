import { execFile } from 'node:child_process';
import * as files from 'node:fs/promises';
import { promisify } from 'node:util';
import { failed } from '../contract/failure';

const commandDeadlineMs = 10_000;
/** With less a start is refused (floor.md 8.2). */
export const leastFreeBytes = 2 * 1024 ** 3;

/**
 * Bytes that this user can still write on the folder's disk; null where the system does not tell.
 * Node knows it from version 18.15 on; before, `df` is asked (POSIX form: kilobytes, fourth field).
 */
export async function readFreeBytes(folder: string): Promise<number | null> {
  try {
    if (typeof files.statfs === 'function') {
      const { bavail, bsize } = await files.statfs(folder);
      return bavail * bsize;
    }
    const { stdout } = await promisify(execFile)('df', ['-Pk', folder], {
      timeout: commandDeadlineMs,
    });
    const kilobytes = Number(stdout.trim().split('\n').at(-1)?.split(/\s+/)[3]);
    return Number.isFinite(kilobytes) ? kilobytes * 1024 : null;
  } catch {
    return null;
  }
}

/** File systems of Linux that lie on another machine (proc(5), mountinfo). */
const networkTypes =
  /^(nfs4?|cifs|smb3?|smbfs|afs|ncpfs|9p|ceph|glusterfs|lustre|fuse\.(sshfs|glusterfs|s3fs|rclone))$/;

/** Kind of the network share that holds the folder, e.g. `nfs4`; null when none, or not told. */
export async function readNetworkShare(folder: string): Promise<string | null> {
  if (process.platform === 'win32') return folder.startsWith('\\\\') ? 'a Windows share' : null;
  const text = await files.readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  return findNetworkShare(text, folder);
}

/** The same from the text of `/proc/self/mountinfo`. `folder`: absolute, without links. */
export function findNetworkShare(mountInfo: string, folder: string): string | null {
  let best = { point: '', type: '' };
  for (const line of mountInfo.split('\n')) {
    const [left = '', right = ''] = line.split(' - ');
    // Blanks in a path are written as \040, other letters alike.
    const point = (left.split(' ')[4] ?? '').replaceAll(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    );
    const type = right.split(' ')[0] ?? '';
    const holds = point === '/' || folder === point || folder.startsWith(`${point}/`);
    // Of two on the same point the later one hides the earlier.
    if (point !== '' && holds && point.length >= best.point.length) best = { point, type };
  }
  return networkTypes.test(best.type) ? best.type : null;
}

/**
 * Refuses a folder on which a pipeline cannot run well: `DATA_FOLDER_DENIED` on a network share,
 * whose locks do not hold, `DISK_TOO_FULL` with less than 2 GB free. Takes a millisecond.
 */
export async function requireFitDisk(folder: string): Promise<void> {
  const real = await files.realpath(folder);
  const share = await readNetworkShare(real);
  if (share !== null) {
    throw failed('DATA_FOLDER_DENIED', { folder, reason: `it is on a network share (${share})` });
  }
  const freeBytes = await readFreeBytes(real);
  if (freeBytes === null || freeBytes >= leastFreeBytes) return;
  const [freeMb, neededMb] = [freeBytes, leastFreeBytes].map((bytes) => Math.round(bytes / 1e6));
  throw failed('DISK_TOO_FULL', { folder, freeMb: freeMb ?? null, neededMb: neededMb ?? null });
}
