import type { ExtraTables, MakeExtraTable } from '../analytics/extra-tables';
import type { HistorySource } from './history';
import { columnList, insertFromJson } from './history-sql';
import { historyTableNames, historyTables, type HistoryTableName } from './history-tables';

/** The tables of the history for SQL, `ops.<name>`: a copy of their rows, made for each statement. */
export function opsTables(source: HistorySource): ExtraTables {
  return new Map(historyTableNames.map((name) => [`ops.${name}`, copyOf(source, name)]));
}

function copyOf(source: HistorySource, name: HistoryTableName): MakeExtraTable {
  const table = historyTables[name];
  return async (connection) => {
    const rows = await source.readJson(name);
    await connection.run(`CREATE OR REPLACE TABLE ops.${name} (${columnList(table)})`);
    await connection.run(insertFromJson(name, table), [rows]);
  };
}
