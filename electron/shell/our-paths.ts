import { realpath } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { failed } from '../../main/contract/failure';

/**
 * The paths that the product itself wrote: all of the data folder, and what exports and downloads
 * put elsewhere. Only these are shown in the system's file manager: a page can name any path.
 */
export class OurPaths {
  private readonly written = new Set<string>();

  /** `readExportFolders` names the folders of earlier exports, by the product's own history. */
  constructor(
    private readonly dataFolder: string,
    private readonly readExportFolders: () => Promise<readonly string[]>,
  ) {}

  /** A file or folder that was just written. */
  note(path: string): void {
    this.written.add(path);
  }

  /** The path without links. Fails with `REQUEST_INVALID` when it is gone or not ours. */
  async resolve(path: string): Promise<string> {
    const refuse = (reason: string) =>
      failed('REQUEST_INVALID', { name: 'desktop.showInFolder', reason });
    if (!isAbsolute(path) || path.includes('\0')) throw refuse(`${path} is not an absolute path`);
    const real = await realpath(path).catch(() => null);
    if (real === null) throw refuse(`${path} is not there any more`);
    const known = [this.dataFolder, ...this.written];
    if (await isInsideOne(real, known)) return real;
    if (await isInsideOne(real, await this.readExportFolders())) return real;
    throw refuse(`Deltadesk did not write ${path}`);
  }
}

async function isInsideOne(real: string, folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) {
    const known = await realpath(folder).catch(() => null);
    if (known === null) continue;
    const inside = relative(known, real);
    if (!isAbsolute(inside) && inside.split(/[\\/]/)[0] !== '..') return true;
  }
  return false;
}
