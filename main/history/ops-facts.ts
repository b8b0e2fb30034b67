import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { OpsTableFacts } from '../contract/ops-facts';
import { historyTableNames, historyTables } from './history-tables';

/** What a block of a DuckDB file holds for its tables. */
const blockBytes = 262_144;

/**
 * Rows, newest time and bytes of each table in an open history. A stretch of a block belongs to the
 * table whose segment begins it, up to the next one: small tables share blocks.
 */
export async function readOpsFacts(connection: DuckDBConnection): Promise<OpsTableFacts[]> {
  const rows = historyTableNames.map((name) => {
    const time = quoteName(historyTables[name].time);
    return `SELECT ${quoteText(name)} AS name, count(*)::DOUBLE AS rows, epoch_ms(max(${time}))::DOUBLE AS newest FROM ops.${quoteName(name)}`;
  });
  const segments = historyTableNames.map(
    (name) =>
      `SELECT ${quoteText(name)} AS name, block_id, block_offset ` +
      `FROM pragma_storage_info(${quoteText(`ops.${name}`)}) WHERE persistent AND block_id >= 0`,
  );
  const reader = await connection.runAndReadAll(`
    WITH facts AS (${rows.join(' UNION ALL ')}),
    stretches AS (
      SELECT name, lead(block_offset, 1, ${blockBytes})
        OVER (PARTITION BY block_id ORDER BY block_offset, name) - block_offset AS bytes
      FROM (${segments.join(' UNION ALL ')}))
    SELECT name, rows, newest, (SELECT sum(bytes)::DOUBLE FROM stretches WHERE stretches.name = facts.name)
    FROM facts ORDER BY name`);
  return reader.getRowsJson().map(([name, count, newest, bytes]) => ({
    table: `ops.${String(name)}`,
    rows: Number(count),
    newestAtMs: newest === null ? null : Number(newest),
    sizeBytes: bytes === null ? null : Number(bytes),
  }));
}
