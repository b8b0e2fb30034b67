import type { TableName } from '../contract/delta';
import type { SqlConnection } from '../analytics/sql-connection';
import type { StreamPack } from '../contract/stream-pack';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';
import { CommittedBatches, snapshotOfBatches } from './committed-batches';

/** The tables of one pack that hold a row for each offset. */
export function rowTablesOf(pack: StreamPack) {
  return {
    bronze: `bronze.${pack.bronze.table}`,
    silver: `silver.${pack.silver.table}`,
    rejected: 'quality.rejected_records',
    duplicates: 'quality.duplicates',
  } as const satisfies Record<string, TableName>;
}

/**
 * Makes the views `bronze`, `silver`, `rejected` and `duplicates`, all of the same micro-batches:
 * partition `p`, offset `o`, event id `id`, `rejected` with its `stage` too. A table that is not
 * there yet is empty. Returns these batches.
 */
export async function makeLedgerTables(
  connection: SqlConnection,
  lake: Lake,
  pack: StreamPack,
  completedBatch: number | null,
): Promise<CommittedBatches> {
  const tables = rowTablesOf(pack);
  // Silver first: what is committed after this moment is in none of the views.
  const silver = lake.has(tables.silver) ? await lake.snapshot(tables.silver) : null;
  const batches = new CommittedBatches(silver, completedBatch);
  const ofBatches = (table: TableName) => snapshotOfBatches(lake, table, batches);
  const id = quoteName(pack.eventIdField);
  const ofPack = `WHERE pack = ${quoteText(pack.pack)}`;
  const make = (view: string, columns: string, snapshot: TableSnapshot | null, filter = '') =>
    connection.run(
      `CREATE OR REPLACE VIEW ${view} AS SELECT kafka_partition AS p, kafka_offset AS o, ${columns}
       FROM (${snapshot === null ? nothing(pack) : toSnapshotSelect(snapshot)}) ${filter}`,
    );
  await make('silver', `${id} AS id`, silver);
  await make('bronze', `${id} AS id`, await ofBatches(tables.bronze));
  await make('rejected', 'event_id AS id, stage', await ofBatches(tables.rejected), ofPack);
  await make('duplicates', 'event_id AS id', await ofBatches(tables.duplicates), ofPack);
  await makeBeginnings(connection, lake, pack);
  return batches;
}

/**
 * The view `beginnings` (`start_offsets`): where the pack's very first micro-batch began, as the
 * journal of batches has it, one JSON object of offsets; empty where there is none.
 */
async function makeBeginnings(connection: SqlConnection, lake: Lake, pack: StreamPack) {
  const journal = 'quality.batches';
  const offsets = lake.has(journal)
    ? `SELECT start_offsets FROM (${toSnapshotSelect(await lake.snapshot(journal))})
       WHERE pack = ${quoteText(pack.pack)} ORDER BY planned_at LIMIT 1`
    : `SELECT NULL::VARCHAR AS start_offsets WHERE false`;
  await connection.run(`CREATE OR REPLACE VIEW beginnings AS ${offsets}`);
}

function nothing(pack: StreamPack): string {
  const names = new Set(['pack', 'stage', 'event_id', pack.eventIdField]);
  const texts = [...names].map((name) => `'' AS ${quoteName(name)}`).join(', ');
  return `SELECT 0 AS kafka_partition, 0::BIGINT AS kafka_offset, ${texts} WHERE false`;
}
