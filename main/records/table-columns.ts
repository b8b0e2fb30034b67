import { toDuckDbType } from '../analytics/duckdb-type';
import { failed } from '../contract/failure';
import type { TableName } from '../contract/delta';
import { nearestNames } from '../delta/nearest-names';
import type { TableSnapshot } from '../delta/snapshot';

/** A column that people see, with DuckDB's name of its type. */
export interface TableColumn {
  readonly name: string;
  readonly type: string;
}

/** The engine's own continuation of a measure, not for people (floor.md section 5, A2). */
const hiddenColumn = '_state';

/** The visible columns of a snapshot, in the schema's order. */
export function columnsOf(snapshot: TableSnapshot): TableColumn[] {
  return snapshot.columns
    .filter(({ name }) => name !== hiddenColumn)
    .map(({ name, type }) => ({ name, type: toDuckDbType(type) ?? 'VARCHAR' }));
}

/** The column of a name, else one that differs in capitals alone; fails with `COLUMN_UNKNOWN`. */
export function findColumn(
  table: TableName,
  columns: readonly TableColumn[],
  name: string,
): TableColumn {
  const found =
    columns.find((column) => column.name === name) ??
    columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const names = columns.map((column) => column.name);
  throw failed('COLUMN_UNKNOWN', {
    table,
    column: name,
    known: nearestNames(name, names).join(', '),
  });
}

/** What can be asked of a column's values. */
export function kindOf({ type }: TableColumn): 'text' | 'number' | 'moment' | 'boolean' | 'other' {
  if (type === 'VARCHAR') return 'text';
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/.test(type))
    return 'number';
  if (/^(DATE|TIMESTAMP)/.test(type)) return 'moment';
  return type === 'BOOLEAN' ? 'boolean' : 'other';
}
