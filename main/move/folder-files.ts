import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Something below a folder; `path` is relative to it. */
export interface FolderEntry {
  readonly path: string;
  readonly kind: 'folder' | 'file' | 'link';
  /** 0 for what is no file. */
  readonly sizeBytes: number;
}

/** Belongs to the instance that runs on a folder, or can be had again: not moved with it. */
const notMoved = new Set(['run']);

/**
 * What a data folder holds, folders before what is in them; links are told, not followed. Sockets
 * and the like are passed over.
 */
export async function listFolder(folder: string, below = ''): Promise<FolderEntry[]> {
  const found: FolderEntry[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (notMoved.has(path)) continue;
    if (entry.isDirectory()) {
      found.push({ path, kind: 'folder', sizeBytes: 0 }, ...(await listFolder(folder, path)));
    } else if (entry.isFile()) {
      const { size } = await lstat(join(folder, path));
      found.push({ path, kind: 'file', sizeBytes: size });
    } else if (entry.isSymbolicLink()) {
      found.push({ path, kind: 'link', sizeBytes: 0 });
    }
  }
  return found;
}

/** Files and their bytes, together. */
export function sumUp(entries: readonly FolderEntry[]): { files: number; sizeBytes: number } {
  return {
    files: entries.filter(({ kind }) => kind === 'file').length,
    sizeBytes: entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}
