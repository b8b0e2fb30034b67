import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportedFile, ExportRequest } from '../contract/export';
import type { ExportColumn } from './column-type';
import { flush, type PartialFolder } from './partial-folder';
import { toPbids, toPowerQuery, toSchemaEntry } from './power-bi-files';

/** A preset's file that was written. */
export interface PackEntry {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
}

export interface PackFiles {
  readonly folder: string;
  /** Where a reader will find that folder: the same, unless it is carried elsewhere. */
  readonly stated: string;
  readonly pack: string;
  readonly version: number;
  readonly appVersion: string;
  readonly request: ExportRequest;
  readonly entries: readonly PackEntry[];
  readonly files: readonly ExportedFile[];
}

/**
 * Writes what stands beside the data of a Power BI pack (E-22, E-30, E-31), each file by the rename
 * rule, the manifest last. Files of an earlier export that were not written now stay listed.
 */
export async function publishPackFiles(partial: PartialFolder, pack: PackFiles): Promise<void> {
  const { folder, version, entries, request } = pack;
  const publish = async (name: string, text: string) => {
    const part = partial.newPart();
    await writeFile(part, text);
    await flush(part);
    await partial.publish(part, join(folder, name), folder);
  };
  const csvFolder = join(pack.stated, 'csv');
  await mkdir(join(folder, 'queries'), { recursive: true });
  for (const { name, columns } of entries) {
    const file = join(csvFolder, `${name}.csv`);
    const query = { pack: pack.pack, preset: name, version, file, columns };
    await publish(`queries/${name}.pq`, toPowerQuery(query));
  }
  await publish(`${pack.pack}.pbids`, toPbids('folder', csvFolder));
  const before = await readEntries<SchemaEntry>(join(folder, 'schema.json'));
  const written = entries.map(({ name, columns }) => toSchemaEntry(name, columns, request));
  const schema = merge(before, written, ({ preset }) => preset);
  const head = { contract: pack.pack, version };
  await publish('schema.json', toJson({ ...head, files: schema }));
  const earlier = await readEntries<ExportedFile>(join(folder, 'manifest.json'));
  const manifest = merge(earlier, pack.files, ({ path }) => path);
  const createdAtUtc = new Date().toISOString().slice(0, -1);
  const { appVersion } = pack;
  await publish('manifest.json', toJson({ ...head, createdAtUtc, appVersion, files: manifest }));
}

type SchemaEntry = ReturnType<typeof toSchemaEntry>;

const toJson = (value: object) => `${JSON.stringify(value, null, 1)}\n`;

/** `before` with the entries of the same key replaced, new ones at the end. */
function merge<T>(before: readonly T[], now: readonly T[], keyOf: (entry: T) => string): T[] {
  const byKey = new Map(before.map((entry) => [keyOf(entry), entry]));
  for (const entry of now) byKey.set(keyOf(entry), entry);
  return [...byKey.values()];
}

/** The `files` of an earlier export; empty when there is none that can be read. */
async function readEntries<T>(file: string): Promise<T[]> {
  try {
    const { files } = JSON.parse(await readFile(file, 'utf8')) as { files?: unknown };
    return Array.isArray(files) ? (files as T[]) : [];
  } catch {
    return [];
  }
}
