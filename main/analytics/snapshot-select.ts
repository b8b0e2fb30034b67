import { failed } from '../contract/failure';
import type { LiveFile, TableSnapshot } from '../delta/snapshot';
import { toDuckDbType } from './duckdb-type';
import { quoteName, quotePath, quoteText } from './sql-quoting';

interface TypedColumn {
  readonly name: string;
  readonly duckDbType: string;
}

/** The engine's own continuation of a measure, not for people (floor.md section 5, A2). */
const hiddenColumns = new Set(['_state']);

/** Where a row lies: the position of its file in `snapshot.files`, and its place in that file. */
export const rowIdColumns = { file: '_file', row: '_row' } as const;

/**
 * SELECT of exactly the rows of a snapshot: its files and no others, columns in the schema's order
 * and types. Columns that a file lacks are null; partition columns, which are not in the files, come
 * from the log, so every combination of their values is one part of a UNION ALL, and a filter on
 * them skips whole parts. `withRowIds` adds `rowIdColumns` at the end; `files` leaves out those that
 * hold none of the rows that are asked for. Fails with
 * `TABLE_FEATURE_UNSUPPORTED` for a type not known here.
 */
export function toSnapshotSelect(
  snapshot: TableSnapshot,
  {
    withRowIds = false,
    files = snapshot.files,
  }: { withRowIds?: boolean; files?: readonly LiveFile[] } = {},
): string {
  const columns = snapshot.columns
    .filter(({ name }) => !hiddenColumns.has(name))
    .map(({ name, type }): TypedColumn => {
      const duckDbType = toDuckDbType(type);
      if (duckDbType !== null) return { name, duckDbType };
      const feature = `type ${JSON.stringify(type)} of column ${name}`;
      throw failed('TABLE_FEATURE_UNSUPPORTED', { table: snapshot.table, feature });
    });
  const positions = new Map(snapshot.files.map((file, position) => [file, position]));
  const parts = groupByPartition(files).map((group) => {
    const rowIds = withRowIds ? toRowIds(group.map((file) => positions.get(file)!)) : [];
    return toPart(columns, snapshot.partitionColumns, group, rowIds);
  });
  if (parts.length > 0) return parts.join('\nUNION ALL\n');
  const rowIds = [rowIdColumns.file, rowIdColumns.row].map((name) => ({
    name,
    duckDbType: 'BIGINT',
  }));
  return toEmptySelect(withRowIds ? [...columns, ...rowIds] : columns);
}

function groupByPartition(files: readonly LiveFile[]): LiveFile[][] {
  const groups = new Map<string, LiveFile[]>();
  for (const file of files) {
    const key = JSON.stringify(Object.entries(file.partitionValues).sort());
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()];
}

/** From DuckDB's own virtual columns; `file_index` counts the files of one `read_parquet` from 0. */
function toRowIds(positions: readonly number[]): string[] {
  const first = positions[0]!;
  const isSequence = positions.every((position, index) => position === first + index);
  const file = isSequence
    ? `file_index::BIGINT + ${first}`
    : `list_extract([${positions.join(', ')}]::BIGINT[], file_index::BIGINT + 1)`;
  return [`${file} AS ${rowIdColumns.file}`, `file_row_number AS ${rowIdColumns.row}`];
}

function toPart(
  columns: readonly TypedColumn[],
  partitionColumns: readonly string[],
  files: readonly LiveFile[],
  rowIds: readonly string[],
): string {
  const values = files[0]!.partitionValues;
  const selected = columns.map(({ name, duckDbType }) =>
    partitionColumns.includes(name)
      ? `${toPartitionValue(values[name] ?? null, duckDbType)} AS ${quoteName(name)}`
      : quoteName(name),
  );
  const stored = columns.filter(({ name }) => !partitionColumns.includes(name));
  const schema = stored.map(
    ({ name, duckDbType }) =>
      `${quoteText(name)}: {name: ${quoteText(name)}, type: ${quoteText(duckDbType)}, ` +
      `default_value: NULL}`,
  );
  const options = stored.length > 0 ? `, schema = MAP {${schema.join(', ')}}` : '';
  const paths = files.map(({ path }) => quotePath(path)).join(', ');
  return `SELECT ${[...selected, ...rowIds].join(', ')} FROM read_parquet([${paths}]${options}, hive_partitioning = false)`;
}

/** A partition value's text as its type; empty text stands for null (Delta protocol). */
function toPartitionValue(value: string | null, duckDbType: string): string {
  if (value === null || value === '') return `CAST(NULL AS ${duckDbType})`;
  if (duckDbType === 'BLOB') return `encode(${quoteText(value)})`;
  return `CAST(${quoteText(value)} AS ${duckDbType})`;
}

function toEmptySelect(columns: readonly TypedColumn[]): string {
  const selected = columns.map(
    ({ name, duckDbType }) => `CAST(NULL AS ${duckDbType}) AS ${quoteName(name)}`,
  );
  return `SELECT ${selected.join(', ')} WHERE false`;
}
