import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readlink, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { MoveProgress } from '../contract/move';
import { sumUp, type FolderEntry } from './folder-files';

/** Copies what `listFolder` has found; times stay, and links stay what they are. */
export async function copyFolder(
  from: string,
  to: string,
  entries: readonly FolderEntry[],
  onProgress: (progress: MoveProgress) => void,
): Promise<void> {
  const all = sumUp(entries);
  let files = 0;
  let sizeBytes = 0;
  for (const entry of entries) {
    const [source, target] = [join(from, entry.path), join(to, entry.path)];
    if (entry.kind === 'folder') await mkdir(target, { recursive: true, mode: 0o700 });
    if (entry.kind === 'link') await symlink(await readlink(source), target);
    if (entry.kind !== 'file') continue;
    // A file system that can shares the blocks instead of copying them.
    await copyFile(source, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    const { atime, mtime } = await lstat(source);
    await utimes(target, atime, mtime);
    files += 1;
    sizeBytes += entry.sizeBytes;
    onProgress({ files, sizeBytes, ofFiles: all.files, ofSizeBytes: all.sizeBytes });
  }
}
