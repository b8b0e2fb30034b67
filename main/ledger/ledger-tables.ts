import type { TableName } from '../contract/delta';
import type { SqlConnection } from '../analytics/sql-connection';
import type { StreamPack } from '../contract/stream-pack';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';
import { readBatchJournal } from './batch-journal';
import { CommittedBatches, type CheckpointState } from './committed-batches';
import { makeOffsetBounds, type Offsets } from './offset-bounds';

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
 * Makes the table `bounds` and the views `bronze`, `silver`, `rejected` and `duplicates`: partition
 * `p`, offset `o`, event id `id`, `rejected` with its `stage` too. A table that is not there yet is
 * empty. What tables hold beyond the bounds is left out where a batch is under way or was never
 * finished: no rule has to find it yet.
 */
export async function makeLedgerTables(
  connection: SqlConnection,
  lake: Lake,
  pack: StreamPack,
  checkpoint: CheckpointState,
  endOffsetsOfBatch: (batchId: number) => Promise<Offsets | null>,
): Promise<void> {
  const names = rowTablesOf(pack);
  const snapshotOf = (table: TableName) => (lake.has(table) ? lake.snapshot(table) : null);
  // In the order opposite to the job's: what the journal has is in Silver, what Silver has in all.
  const journal = await readBatchJournal(connection, lake);
  const silver = await snapshotOf(names.silver);
  const duplicates = await snapshotOf(names.duplicates);
  const rejected = await snapshotOf(names.rejected);
  const bronze = await snapshotOf(names.bronze);
  const id = quoteName(pack.eventIdField);
  const ofPack = `WHERE pack = ${quoteText(pack.pack)}`;
  const make = (view: string, columns: string, snapshot: TableSnapshot | null, filter = '') =>
    connection.run(
      `CREATE OR REPLACE VIEW ${view} AS SELECT kafka_partition AS p, kafka_offset AS o, ${columns}
       FROM (${snapshot === null ? nothing(pack) : toSnapshotSelect(snapshot)}) ${filter}`,
    );
  await make('silver', `${id} AS id`, silver);
  await make('bronze', `${id} AS id`, bronze);
  await make('rejected', 'event_id AS id, stage', rejected, ofPack);
  await make('duplicates', 'event_id AS id', duplicates, ofPack);

  const batches = new CommittedBatches(journal, silver, checkpoint);
  const queries = journal.filter((query) => query.pack === pack.pack);
  const { current } = batches;
  const currentEnds = current === null ? null : await endOffsetsOfBatch(current);
  const ends = [
    ...queries.map(({ endOffsets }) => endOffsets),
    ...(currentEnds ? [currentEnds] : []),
  ];
  await makeOffsetBounds(connection, pack, queries, batches.isAny(pack.pack) ? ends : null);
  const hasMore = [silver, duplicates, rejected, bronze].some(
    (table) => table !== null && batches.hasMore(table, currentEnds !== null),
  );
  if (hasMore) await leaveOutBeyondBounds(connection);
}

async function leaveOutBeyondBounds(connection: SqlConnection): Promise<void> {
  for (const view of ['silver', 'bronze', 'rejected', 'duplicates']) {
    await connection.run(`ALTER VIEW ${view} RENAME TO all_${view}`);
    await connection.run(
      `CREATE VIEW ${view} AS SELECT rows.* FROM all_${view} AS rows
       SEMI JOIN bounds ON rows.p = bounds.p AND rows.o < bounds.past`,
    );
  }
}

function nothing(pack: StreamPack): string {
  const names = new Set(['pack', 'stage', 'event_id', pack.eventIdField]);
  const texts = [...names].map((name) => `'' AS ${quoteName(name)}`).join(', ');
  return `SELECT 0 AS kafka_partition, 0::BIGINT AS kafka_offset, ${texts} WHERE false`;
}
