import { join, sep } from 'node:path';
import { failed } from '../contract/failure';
import type { TableSummary } from '../contract/delta';
import { Lake } from '../delta/lake';
import { toTableSummary } from '../delta/snapshot';
import { dataPaths } from '../settings/paths';
import { listFolder, type FolderEntry } from './folder-files';

/**
 * Holds a copy against its original: the same entries with the same sizes, and each table with the
 * same version and rows by the log reader, out of files of the copy. Returns the number of tables;
 * fails with `MOVE_NOT_VERIFIED`.
 */
export async function verifyCopy(
  from: string,
  to: string,
  entries: readonly FolderEntry[],
): Promise<number> {
  const nameOf = ({ path, kind, sizeBytes }: FolderEntry) => `${kind} ${path} ${sizeBytes}`;
  const copied = new Set((await listFolder(to)).map(nameOf));
  const missing = entries.find((entry) => !copied.has(nameOf(entry)));
  if (missing) {
    throw failed('MOVE_NOT_VERIFIED', { reason: `${join(to, missing.path)} is not as it was.` });
  }
  const [before, after] = [await summarise(from), await summarise(to)];
  for (const [index, table] of before.entries()) {
    const copy = after[index];
    if (copy?.rows === table.rows && copy.tableVersion === table.tableVersion) continue;
    const reason = `${table.table} has ${copy?.rows ?? 'no'} rows instead of ${table.rows}.`;
    throw failed('MOVE_NOT_VERIFIED', { reason });
  }
  return before.length;
}

/** A table that names its files by absolute paths would be read from the old folder. */
async function summarise(folder: string): Promise<TableSummary[]> {
  const lake = new Lake(dataPaths(folder).delta);
  try {
    const summaries: TableSummary[] = [];
    for (const name of await lake.listTables()) {
      const snapshot = await lake.snapshot(name);
      const outside = snapshot.files.find(({ path }) => !path.startsWith(folder + sep));
      if (outside) {
        const reason = `${name} has files outside of its folder: ${outside.path}.`;
        throw failed('MOVE_NOT_VERIFIED', { reason });
      }
      summaries.push(toTableSummary(snapshot));
    }
    return summaries;
  } finally {
    await lake.close();
  }
}
