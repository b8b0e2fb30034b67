import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zipStream, type ZipEntry } from '../archives/zip-stream';
import type { ExportDone } from '../contract/export';
import { failed } from '../contract/failure';
import type { Downloadable } from './downloads';

/** An export that is done, and how its files hang together. */
export interface FinishedExport {
  readonly done: ExportDone;
  /** The folder as a whole belongs to it: a Power BI pack. */
  readonly isPack: boolean;
  /** What a zip of several files is called, without its ending. */
  readonly name: string;
}

/**
 * A finished export as one file for a browser: the file itself where it is one, else a zip of all
 * (ux.md section 13). Fails with `EXPORT_PATH_MISSING` when its files are not there any more.
 */
export async function toDownloadable({
  done,
  isPack,
  name,
}: FinishedExport): Promise<Downloadable> {
  const { folder, files } = done;
  const [only] = files;
  try {
    if (isPack) return asZip(basename(folder), await entriesOf(folder));
    if (only !== undefined && files.length === 1) return await asFile(join(folder, only.path));
    const entries = files.map(({ path }) => ({ name: path, file: join(folder, path) }));
    await Promise.all(entries.map(({ file }) => stat(file)));
    return asZip(name, entries);
  } catch {
    throw failed('EXPORT_PATH_MISSING', { folder });
  }
}

async function asFile(file: string): Promise<Downloadable> {
  const { size } = await stat(file);
  const isCsv = file.endsWith('.csv');
  return {
    fileName: basename(file),
    mediaType: isCsv ? 'text/csv; charset=utf-8' : 'application/vnd.apache.parquet',
    sizeBytes: size,
    open: () => createReadStream(file),
  };
}

function asZip(name: string, entries: readonly ZipEntry[]): Downloadable {
  return {
    fileName: `${name}.zip`,
    mediaType: 'application/zip',
    sizeBytes: null,
    open: () => zipStream(entries),
  };
}

/** Every file of a pack, below its own name, the manifest last as it was written (export.md E-22). */
async function entriesOf(folder: string): Promise<ZipEntry[]> {
  const inner = basename(folder);
  const found: string[] = [];
  for (const part of ['', 'queries', 'csv', 'parquet']) {
    const entries = await readdir(join(folder, part), { withFileTypes: true }).catch((error) => {
      if (part === '') throw error;
      return [];
    });
    found.push(...entries.filter((one) => one.isFile()).map((one) => join(part, one.name)));
  }
  const isManifest = (path: string) => path === 'manifest.json';
  const inOrder = [...found.filter((path) => !isManifest(path)), ...found.filter(isManifest)];
  return inOrder.map((path) => ({
    name: `${inner}/${path.replaceAll('\\', '/')}`,
    file: join(folder, path),
  }));
}
