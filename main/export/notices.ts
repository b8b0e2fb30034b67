import { sayExport } from '../contract/export-sentences';
import type { Said } from '../contract/said';
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
): Said[] {
  if (presetFile === null || presetFile.sourceTable === null) return [];
  const snapshot = snapshots.find(({ table }) => table === presetFile.sourceTable);
  const added = snapshot ? newColumnsOf(presetFile, snapshot).map((column) => column.name) : [];
  if (added.length === 0) return [];
  const facts = { version: version ?? 1, name, columns: added.join(', ') };
  const count = added.length;
  return [
    count === 1 ? sayExport('newColumn', facts) : sayExport('newColumns', { ...facts, count }),
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
): Said[] {
  if (rows === 0) return [sayExport('empty', { path })];
  if (dialect === null || (rows <= manyRows && bytes <= manyBytes)) return [];
  return [sayExport('large', { path })];
}

/** Folders that a cloud drive copies away while they are written. */
const synchronised = /[\\/](OneDrive|Dropbox|Google ?Drive|My Drive|iCloud ?Drive|Nextcloud)\b/i;

/** Warns of a folder whose files another program may hold. */
export function synchronisedNotice(folder: string): Said[] {
  return synchronised.test(folder) ? [sayExport('synchronised', { folder })] : [];
}
