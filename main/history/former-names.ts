import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from '../analytics/sql-quoting';
import { addColumn, selectColumnNames, type FormerNames } from './history-sql';
import { historyTables, type HistoryTableName } from './history-tables';

/**
 * What an open file of an earlier version has instead of columns of now; null where it has no such
 * table at all.
 */
export async function findFormerNames(
  connection: DuckDBConnection,
  name: HistoryTableName,
): Promise<FormerNames | null> {
  const { columns, formerNames } = historyTables[name];
  const reader = await connection.runAndReadAll(selectColumnNames(name));
  const there = new Set(reader.getRowsJson().map(([column]) => String(column)));
  if (there.size === 0) return null;
  const missing = Object.keys(columns).filter((column) => !there.has(column));
  const formerOf = (column: string) => (formerNames as Readonly<Record<string, string>>)[column];
  return new Map(
    missing.map((column) => {
      const former = formerOf(column);
      return [column, former !== undefined && there.has(former) ? former : null];
    }),
  );
}

/** Gives the columns of a file of an earlier version their names of now, and adds what it lacks. */
export async function renewColumns(
  connection: DuckDBConnection,
  name: HistoryTableName,
): Promise<void> {
  for (const [now, former] of (await findFormerNames(connection, name)) ?? []) {
    const rename = `RENAME COLUMN ${quoteName(former ?? '')} TO ${quoteName(now)}`;
    await connection.run(
      former === null ? addColumn(name, now) : `ALTER TABLE ops.${quoteName(name)} ${rename}`,
    );
  }
}
