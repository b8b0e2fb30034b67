import { constants } from 'node:fs';
import { access, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import { failed, type FailureError } from '../contract/failure';

const reservedNames = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?$/i;
/** Characters that Windows takes in no name; a drive's colon is looked at apart. */
const forbiddenCharacters = /[<>:"|?*\x00-\x1f]/;
/** Windows without long paths: room is left for the longest name below the folder. */
const mostWindowsLength = 180;
const mostPosixLength = 3_800;

/** Why a path cannot be used on a platform, before the disk is asked; null when it can. */
export function whyInvalid(folder: string, platform: NodeJS.Platform): string | null {
  if (folder.includes('\0')) return 'it contains a zero character';
  if (platform !== 'win32') {
    if (!folder.startsWith('/')) return 'it is not an absolute path';
    if (Buffer.byteLength(folder) > mostPosixLength) return 'it is too long';
    const long = folder.split('/').find((name) => Buffer.byteLength(name) > 255);
    return long === undefined ? null : `the name ${long.slice(0, 20)}… is too long`;
  }
  const [, rest] = /^(?:[A-Za-z]:[\\/]|\\\\[^\\/]+[\\/][^\\/]+)(.*)$/s.exec(folder) ?? [];
  if (rest === undefined) return 'it is not an absolute path';
  if (folder.length > mostWindowsLength) return 'it is too long';
  for (const name of rest.split(/[\\/]/).filter((part) => part !== '')) {
    if (reservedNames.test(name)) return `${name} is a name that Windows keeps for a device`;
    if (/[. ]$/.test(name)) return `the name "${name}" ends with a dot or space`;
    const wrong = forbiddenCharacters.exec(name)?.[0];
    if (wrong !== undefined) return `the character ${JSON.stringify(wrong)} is not allowed in it`;
  }
  return null;
}

/** Why a name of a file that a person chose cannot be used on any platform; null when it can. */
export function whyNoFileName(name: string): string | null {
  if (/[/\\]/.test(name) || name === '.' || name === '..') return 'it is not the name of a file';
  if (forbiddenCharacters.test(name)) return 'it has a character that not every system allows';
  if (reservedNames.test(name)) return 'it is a name that Windows keeps for a device';
  if (/[. ]$/.test(name)) return 'it ends with a dot or space';
  return Buffer.byteLength(name) > 200 ? 'it is too long' : null;
}

/**
 * Checks the folder of an export before anything is written and returns it without links. Fails with
 * `EXPORT_PATH_INVALID`, `_MISSING`, `_DENIED`, `_INSIDE_DATA` or `_UNREACHABLE`.
 */
export async function prepareTarget(
  folder: string,
  { dataFolder, create }: { dataFolder: string; create: boolean },
): Promise<string> {
  const reason = isAbsolute(folder)
    ? whyInvalid(folder, process.platform)
    : 'it is not an absolute path';
  if (reason !== null) throw failed('EXPORT_PATH_INVALID', { folder, reason });
  await refuseInside(folder, dataFolder);
  try {
    if (create) await makeFolder(resolve(folder));
    const found = await stat(folder);
    if (!found.isDirectory()) {
      throw failed('EXPORT_PATH_DENIED', { folder, reason: 'it is not a folder' });
    }
    await access(folder, constants.W_OK | constants.X_OK);
    const real = await realpath(folder);
    await refuseInside(real, dataFolder);
    return real;
  } catch (error) {
    throw toPathFailure(error, folder);
  }
}

/** Level by level: Node's own recursive form never returns where a system makes no folders (/proc). */
async function makeFolder(folder: string): Promise<void> {
  if (await stat(folder).catch(() => null)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      throw failed('EXPORT_PATH_DENIED', { folder, reason: 'the system makes no folder there' });
    }
    if (error.code !== 'EEXIST') throw error;
  });
}

/** The part of a folder that exists may be a link into the data folder. */
async function refuseInside(folder: string, dataFolder: string): Promise<void> {
  const target = await realOf(resolve(folder));
  const data = await realOf(resolve(dataFolder));
  if (target === data || target.startsWith(data + sep)) {
    throw failed('EXPORT_PATH_INSIDE_DATA', { folder });
  }
}

async function realOf(path: string): Promise<string> {
  for (let known = path; ; known = dirname(known)) {
    const real = await realpath(known).catch(() => null);
    if (real !== null) return resolve(real, `.${sep}${path.slice(known.length)}`);
    if (dirname(known) === known) return path;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission to write',
  EPERM: 'there is no permission to write',
  EROFS: 'the volume is read-only',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
};

/**
 * An error of the file system as a described failure; anything else is given back as it is. `wasThere`:
 * the folder was checked before, so that its absence now is that of its share.
 */
export function toPathFailure(
  error: unknown,
  folder: string,
  { wasThere = false } = {},
): FailureError | Error {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' && wasThere) {
    return failed('EXPORT_PATH_UNREACHABLE', { folder, reason: 'it is not there any more' });
  }
  if (code === 'ENOENT') return failed('EXPORT_PATH_MISSING', { folder });
  if (code === 'ENAMETOOLONG') {
    return failed('EXPORT_PATH_INVALID', { folder, reason: 'it is too long' });
  }
  const reason = reasons[code];
  if (reason !== undefined) return failed('EXPORT_PATH_DENIED', { folder, reason });
  if (/^(ESTALE|EHOSTDOWN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTCONN|EIO|ENXIO)$/.test(code)) {
    return failed('EXPORT_PATH_UNREACHABLE', { folder, reason: `the system says ${code}` });
  }
  return error as Error;
}
