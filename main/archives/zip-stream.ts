import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive: bytes at hand, or a file that is read when its turn comes. */
export type ZipEntry =
  | { readonly name: string; readonly bytes: Buffer }
  | { readonly name: string; readonly file: string };

/** Already compressed by its own format: pressing it again costs time alone. */
const isCompressed = (name: string) => /\.(parquet|zip|gz|png)$/.test(name);

/**
 * The entries as one zip file, made while it is read, one open file at a time. A file that cannot
 * be read destroys the stream with its error; a destroyed stream lets go of the open file.
 */
export function zipStream(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  // A PassThrough; the types of the library name less.
  const output = zip.outputStream as Readable;
  let reading: Readable | null = null;
  zip.on('error', (error: Error) => output.destroy(error));
  output.once('close', () => reading?.destroy());
  for (const entry of entries) {
    const form = { mode: 0o100644, compress: !isCompressed(entry.name) };
    if ('bytes' in entry) {
      zip.addBuffer(entry.bytes, entry.name, form);
      continue;
    }
    zip.addReadStreamLazy(entry.name, form, (give) => {
      if (output.destroyed) return give(new Error('nobody reads any more'), output);
      reading = createReadStream(entry.file);
      reading.once('error', (error) => output.destroy(error));
      give(null, reading);
    });
  }
  zip.end();
  return output;
}
