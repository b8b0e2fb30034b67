import { relative } from 'node:path';
import { failed } from '../contract/failure';
import type { Cell } from '../contract/query';
import type {
  FileStatisticsAnswer,
  FileStatisticsRequest,
  TableFiles,
  TableFilesRequest,
} from '../contract/table-files';
import { readStatistics } from '../delta/file-statistics';
import type { Lake } from '../delta/lake';
import { toTableSummary } from '../delta/snapshot';

/** The live files of a table at a version. Fails like `Lake.snapshot`. */
export async function readTableFiles(
  lake: Lake,
  { table, atVersion, limit }: TableFilesRequest,
): Promise<TableFiles> {
  const snapshot = await lake.snapshot(table, { atVersion });
  const { tableVersion, liveFiles, sizeBytes, rows } = toTableSummary(snapshot);
  const folder = lake.folderOf(table);
  const newest = [...snapshot.files].sort(
    (a, b) => (b.addedAtVersion ?? -1) - (a.addedAtVersion ?? -1) || (a.path < b.path ? -1 : 1),
  );
  return {
    table,
    tableVersion,
    folder,
    count: liveFiles,
    sizeBytes,
    rows,
    files: newest.slice(0, limit).map((file) => ({
      path: relative(folder, file.path),
      sizeBytes: file.sizeBytes,
      rows: file.rows,
      partition: file.partitionValues,
      addedAtVersion: file.addedAtVersion,
    })),
  };
}

/**
 * What the log notes of one of them. Fails like `Lake.snapshot`, and with `REQUEST_INVALID` for a
 * path that is none of the version's files: nothing is opened by that path.
 */
export async function readFileStatistics(
  lake: Lake,
  { table, atVersion, path }: FileStatisticsRequest,
): Promise<FileStatisticsAnswer> {
  const snapshot = await lake.snapshot(table, { atVersion });
  const folder = lake.folderOf(table);
  const file = snapshot.files.find((one) => relative(folder, one.path) === path);
  if (!file) {
    const reason = `no file of ${table} version ${snapshot.version} has this path`;
    throw failed('REQUEST_INVALID', { name: 'path', reason });
  }
  const { least, most, nulls } = readStatistics(file);
  const columns = snapshot.columns.filter(({ name }) => name !== '_state');
  return {
    path,
    columns: columns.map(({ name }) => {
      const partition = file.partitionValues[name];
      const count = nulls[name];
      return {
        name,
        nulls: typeof count === 'number' ? count : null,
        least: toCell(partition ?? least[name]),
        most: toCell(partition ?? most[name]),
      };
    }),
  };
}

/** Values of nested types have no place in a cell. */
function toCell(value: unknown): Cell {
  const isCell = ['string', 'number', 'boolean'].includes(typeof value);
  return isCell ? (value as Cell) : null;
}
