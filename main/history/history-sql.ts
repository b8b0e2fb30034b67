import { quoteName, quoteText } from '../analytics/sql-quoting';
import { historyTables } from './history-tables';
import type { HistoryTable, HistoryTableName, HistoryType } from './history-tables';

const stored: Record<HistoryType, string> = {
  text: 'VARCHAR',
  whole: 'BIGINT',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
  time: 'TIMESTAMPTZ',
};
const inJson: Record<HistoryType, string> = { ...stored, time: 'DOUBLE' };

const entries = (table: HistoryTable) => Object.entries(table.columns);

/** The columns with their types, for CREATE TABLE. */
export function columnList(table: HistoryTable): string {
  return entries(table)
    .map(([name, type]) => `${quoteName(name)} ${stored[type]}`)
    .join(', ');
}

/** INSERT of the rows of `$1`, a JSON array of objects; times in it are epoch milliseconds. */
export function insertFromJson(name: HistoryTableName, table: HistoryTable): string {
  const names = entries(table).map(([column]) => quoteName(column));
  const values = entries(table).map(([column, type]) =>
    type === 'time' ? `make_timestamptz((${quoteName(column)} * 1000)::BIGINT)` : quoteName(column),
  );
  return (
    `INSERT INTO ops.${quoteName(name)} (${names.join(', ')}) ` +
    `SELECT ${values.join(', ')} FROM (${rowsOfJson(table)})`
  );
}

/** DELETE of the rows whose key one of the rows of `$1` has; null for a table without a key. */
export function deleteByJson(name: HistoryTableName, table: HistoryTable): string | null {
  if (table.key.length === 0) return null;
  const key = table.key.map(quoteName).join(', ');
  const given = `SELECT ${key} FROM (${rowsOfJson(table)})`;
  return `DELETE FROM ops.${quoteName(name)} WHERE (${key}) IN (${given})`;
}

/**
 * What a file of an earlier version has instead of columns of now, by their names of now: another
 * name, or null for a column that it lacks.
 */
export type FormerNames = ReadonlyMap<string, string | null>;

/** ADD COLUMN of a column that a file of an earlier version lacks. */
export function addColumn(name: HistoryTableName, column: string): string {
  const type = (historyTables[name].columns as Readonly<Record<string, HistoryType>>)[column]!;
  return `ALTER TABLE ops.${quoteName(name)} ADD COLUMN ${quoteName(column)} ${stored[type]}`;
}

function stands([column, type]: [string, HistoryType], former: FormerNames): string {
  const there = former.get(column);
  return there === null ? `NULL::${stored[type]}` : quoteName(there ?? column);
}

/** SELECT of the names of a table's columns in an open file. */
export function selectColumnNames(name: HistoryTableName): string {
  const table = `schema_name = 'ops' AND table_name = ${quoteText(name)}`;
  return `SELECT column_name FROM duckdb_columns() WHERE ${table}`;
}

/** SELECT of the rows behind the first `known`, in the order in which they were written. */
export function selectRows(
  name: HistoryTableName,
  table: HistoryTable,
  former: FormerNames,
  known: number,
): string {
  const columns = entries(table).map((entry) => stands(entry, former));
  return `SELECT ${columns.join(', ')} FROM ops.${quoteName(name)} OFFSET ${known}`;
}

/** SELECT of all rows as one JSON array, oldest first, which `insertFromJson` takes. */
export function selectAsJson(
  name: HistoryTableName,
  table: HistoryTable,
  former: FormerNames = new Map(),
): string {
  const fields = entries(table).map(([column, type]) => {
    const value = stands([column, type], former);
    return `${quoteText(column)}, ${type === 'time' ? `epoch_ms(${value})` : value}`;
  });
  const order = stands([table.time, 'time'], former);
  return (
    `SELECT coalesce(to_json(list(json_object(${fields.join(', ')}) ORDER BY ${order}))::VARCHAR, '[]') ` +
    `FROM ops.${quoteName(name)}`
  );
}

/** DELETE of what is too old or too much; `$1` is now in epoch milliseconds. */
export function deleteSurplus(name: HistoryTableName, table: HistoryTable): string {
  const time = quoteName(table.time);
  const from = `ops.${quoteName(name)}`;
  const surplus = `${time} < (SELECT min(t) FROM (SELECT ${time} AS t FROM ${from} ORDER BY t DESC LIMIT ${table.keepRows}))`;
  const age = `${time} < make_timestamptz((($1::DOUBLE - ${(table.keepHours ?? 0) * 3_600_000}) * 1000)::BIGINT)`;
  const unlimited = '$1::DOUBLE IS NULL';
  return `DELETE FROM ${from} WHERE ${surplus} OR ${table.keepHours === null ? unlimited : age}`;
}

function rowsOfJson(table: HistoryTable): string {
  const structure = JSON.stringify([
    Object.fromEntries(entries(table).map(([column, type]) => [column, inJson[type]])),
  ]);
  return `SELECT unnest(from_json($1::JSON, ${quoteText(structure)}), recursive := true)`;
}
