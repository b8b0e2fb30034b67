import { describeFailure } from '../contract/describe-failure';
import type { FailureError } from '../contract/failure';
import type { TableSnapshot } from '../delta/snapshot';
import type { PresetFile } from './export-preset';
import type { PlannedDataset } from './plan-datasets';

const manyRows = 1_000_000;
const manyBytes = 500_000_000;

/** The engine's own columns, which no contract is about. */
const hiddenColumns = new Set(['_state']);

/** Says that the source has columns which the frozen contract does not have (section 7). */
export function newColumnsNotice(
  { presetFile, version, name }: PlannedDataset,
  snapshots: readonly TableSnapshot[],
): string[] {
  if (presetFile === null || presetFile.sourceTable === null) return [];
  const snapshot = snapshots.find(({ table }) => table === presetFile.sourceTable);
  const added = snapshot ? newColumnsOf(presetFile, snapshot).map((column) => column.name) : [];
  if (added.length === 0) return [];
  const columns = added.length === 1 ? '1 new column is' : `${added.length} new columns are`;
  return [
    `${columns} not part of contract v${version} of ${name}: ${added.join(', ')}. ` +
      `v${version} goes on unchanged; the next version can be created beside it.`,
  ];
}

/** Columns of the source that the contract did not know when it was frozen. */
export function newColumnsOf(
  { knownColumns }: PresetFile,
  { columns }: TableSnapshot,
): TableSnapshot['columns'] {
  return columns.filter(({ name }) => !knownColumns.has(name) && !hiddenColumns.has(name));
}

/** Hints about a large CSV, and about one without rows. */
export function sizeNotice(
  path: string,
  { rows, bytes, dialect }: { rows: number; bytes: number; dialect: string | null },
): string[] {
  if (rows === 0) return [`${path} has 0 rows.`];
  if (dialect === null || (rows <= manyRows && bytes <= manyBytes)) return [];
  return [
    `${path} is large: Parquet loads faster, and spreadsheet programs stop at 1 048 576 rows.`,
  ];
}

/** Folders that a cloud drive copies away while they are written. */
const synchronised = /[\\/](OneDrive|Dropbox|Google ?Drive|My Drive|iCloud ?Drive|Nextcloud)\b/i;

/** Warns of a folder whose files another program may hold. */
export function synchronisedNotice(folder: string): string[] {
  if (!synchronised.test(folder)) return [];
  return [
    `${folder} is synchronised with a cloud drive, which may lock files while it copies them.`,
  ];
}

/** A pack that is carried as one file: its queries hold a path that is not there yet. */
export function unpackNotice(folder: string): string {
  return `The queries read ${folder}: unpack the file there, or change the path in them and in the .pbids file.`;
}

/** Says why a preset of a pack was left out. */
export function skippedNotice({ name }: PlannedDataset, { failure }: FailureError): string {
  const { title, message } = describeFailure(failure);
  return `${name} was left out. ${title}. ${message}`;
}
