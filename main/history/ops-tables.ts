import type { ExtraTables, MakeExtraTable } from '../analytics/extra-tables';
import { quoteText } from '../analytics/sql-quoting';
import type { SqlConnection } from '../analytics/sql-connection';
import type { HistorySource, KnownCopy } from './history-source';
import { columnList } from './history-sql';
import { historyTableNames, historyTables, type HistoryTableName } from './history-tables';

/**
 * The tables of the history for SQL, `ops.<name>`: a copy of their rows in each session, kept while
 * nothing is written, and else brought up to date: most tables only grow, so that a statement costs
 * the new rows and not those of a day.
 */
export function opsTables(source: HistorySource): ExtraTables {
  return new Map(historyTableNames.map((name) => [`ops.${name}`, copyOf(source, name)]));
}

function copyOf(source: HistorySource, name: HistoryTableName): MakeExtraTable {
  return async (connection) => {
    await source.copy(name, await readKnown(connection, name), async (step) => {
      if (step.kind === 'unchanged') return;
      await connection.run('BEGIN TRANSACTION');
      try {
        if (step.kind === 'all') {
          const columns = columnList(historyTables[name]);
          await connection.run(`CREATE OR REPLACE TABLE ops.${name} (${columns})`);
        }
        await connection.append('ops', name, step.chunks);
        await connection.run(`COMMENT ON TABLE ops.${name} IS ${quoteText(step.state)}`);
        await connection.run('COMMIT');
      } catch (error) {
        await connection.run('ROLLBACK');
        throw error;
      }
    });
  };
}

/** The state stands beside the rows that it describes, so that it ends with them. */
async function readKnown(
  connection: SqlConnection,
  name: HistoryTableName,
): Promise<KnownCopy | null> {
  const row = await connection.readFirstRow(
    `SELECT comment FROM duckdb_tables() WHERE schema_name = 'ops' AND table_name = $1`,
    [name],
  );
  if (row === null) return null;
  const counted = await connection.readFirstRow(`SELECT count(*) FROM ops.${name}`);
  return { state: String(row[0]), rows: Number(counted![0]) };
}
