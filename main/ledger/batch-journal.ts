import { z } from 'zod';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import type { SqlConnection } from '../analytics/sql-connection';
import type { Lake } from '../delta/lake';
import type { Offsets } from './offset-bounds';

/** What the job's journal of batches has of one query; a reset checkpoint begins another query. */
export interface JournaledQuery {
  readonly pack: string;
  readonly queryId: string;
  /** All row-level tables hold this batch and those before it. */
  readonly newestBatch: number;
  /** Where its first batch began; a partition that is missing began where Kafka's log did. */
  readonly startOffsets: Offsets;
  /** Where its newest batch ended. */
  readonly endOffsets: Offsets;
}

const offsetsText = z
  .string()
  .transform((text) => z.record(z.string(), z.number()).parse(JSON.parse(text)));

/**
 * The table `quality.batches` by query, of all packs; empty where there is none. A batch is noted
 * there after its last row-level commit, with or without rows for any of these tables.
 */
export async function readBatchJournal(
  connection: SqlConnection,
  lake: Lake,
): Promise<readonly JournaledQuery[]> {
  const table = 'quality.batches';
  if (!lake.has(table)) return [];
  const rows = await connection.readRows(
    `SELECT pack, query_id, max(batch_id), arg_min(start_offsets, batch_id),
       arg_max(end_offsets, batch_id)
     FROM (${toSnapshotSelect(await lake.snapshot(table))}) GROUP BY pack, query_id`,
  );
  return rows.map(([pack, queryId, newestBatch, startOffsets, endOffsets]) => ({
    pack: String(pack),
    queryId: String(queryId),
    newestBatch: Number(newestBatch),
    startOffsets: offsetsText.parse(startOffsets),
    endOffsets: offsetsText.parse(endOffsets),
  }));
}
