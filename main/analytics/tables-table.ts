import type { TableName } from '../contract/delta';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import { toTableSummary } from '../delta/snapshot';
import type { MakeExtraTable, SnapshotOf } from './extra-tables';
import { toSnapshotSelect } from './snapshot-select';
import type { SqlConnection } from './sql-connection';
import { quoteText } from './sql-quoting';

/** Tables that every pack has beside its own. */
const qualityTables: readonly TableName[] = [
  'quality.rejected_records',
  'quality.duplicates',
  'quality.batches',
];

/** The tables of a pack in the order of the data's way, there or not yet. */
export function tablesOfPack(pack: StreamPack): TableName[] {
  return [
    `bronze.${pack.bronze.table}`,
    `silver.${pack.silver.table}`,
    ...pack.aggregates.map(({ layer, table }) => `${layer}.${table}`),
    ...qualityTables,
  ];
}

/**
 * `ops.tables`: one row per table of the pack, in order, and then per other table of the lake. All
 * but the name is null for a table that is not there yet or cannot be read.
 */
export function tablesTable(lake: Lake, pack: StreamPack | null): MakeExtraTable {
  return async (connection, snapshotOf) => {
    const ofPack = pack === null ? [] : tablesOfPack(pack);
    const tables = [...new Set([...ofPack, ...(await lake.listTables())])];
    const rows: string[] = [];
    for (const [position, table] of tables.entries()) {
      const facts = await readFacts(connection, lake, snapshotOf, table);
      rows.push(`(${position}, ${quoteText(table)}, ${facts.join(', ')})`);
    }
    await connection.run(
      `CREATE OR REPLACE TABLE ops.tables (position INTEGER, "table" VARCHAR, table_version BIGINT,
         committed_at TIMESTAMPTZ, records BIGINT, live_files BIGINT, size_bytes BIGINT)`,
    );
    if (rows.length > 0) await connection.run(`INSERT INTO ops.tables VALUES ${rows.join(', ')}`);
  };
}

/** Version, time, records, files and bytes as SQL. */
async function readFacts(
  connection: SqlConnection,
  lake: Lake,
  snapshotOf: SnapshotOf,
  table: TableName,
): Promise<string[]> {
  const snapshot = lake.has(table) ? await snapshotOf(table).catch(() => null) : null;
  if (snapshot === null) return Array.from({ length: 5 }, () => 'NULL');
  const { tableVersion, committedAtMs, rows, liveFiles, sizeBytes } = toTableSummary(snapshot);
  const records =
    rows ??
    (await connection.readFirstRow(`SELECT count(*) FROM (${toSnapshotSelect(snapshot)})`))?.[0];
  const committedAt = `make_timestamptz(${Math.round(committedAtMs * 1_000)})`;
  return [tableVersion, committedAt, records ?? 'NULL', liveFiles, sizeBytes].map(String);
}
