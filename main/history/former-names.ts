import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from '../analytics/sql-quoting';
import { selectColumnNames, type FormerNames } from './history-sql';
import { historyTables, type HistoryTableName } from './history-tables';

/** The columns of a table that an open file still has under their former names. */
export async function findFormerNames(
  connection: DuckDBConnection,
  name: HistoryTableName,
): Promise<FormerNames> {
  const renamed = Object.entries(historyTables[name].formerNames);
  if (renamed.length === 0) return new Map();
  const reader = await connection.runAndReadAll(selectColumnNames(name));
  const there = new Set(reader.getRowsJson().map(([column]) => String(column)));
  return new Map(renamed.filter(([now, former]) => there.has(former) && !there.has(now)));
}

/** Gives the columns of a file of an earlier version their names of now. */
export async function renameColumns(
  connection: DuckDBConnection,
  name: HistoryTableName,
): Promise<void> {
  for (const [now, former] of await findFormerNames(connection, name)) {
    const rename = `RENAME COLUMN ${quoteName(former)} TO ${quoteName(now)}`;
    await connection.run(`ALTER TABLE ops.${quoteName(name)} ${rename}`);
  }
}
