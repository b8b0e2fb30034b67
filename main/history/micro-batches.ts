import { runQuery, type QueryPlace } from '../analytics/run-query';
import { quoteText } from '../analytics/sql-quoting';
import type { Cell } from '../contract/query';
import type { MicroBatch } from '../contract/micro-batches';

/** The row of a batch in `quality.batches`, which is not there before the first commit. */
const journalRows = `SELECT query_id, batch_id, start_offsets, epoch_ms(watermark) AS watermark_ms
   FROM quality.batches`;
const noJournalRows = `SELECT NULL::VARCHAR AS query_id, NULL::BIGINT AS batch_id,
     NULL::VARCHAR AS start_offsets, NULL::BIGINT AS watermark_ms WHERE false`;

/**
 * The newest committed micro-batches of a pack from `ops.batch_history`, oldest first, each with its
 * range and watermark from the journal; `hasJournal` false leaves those out. Fails like `runQuery`.
 */
export async function readMicroBatches(
  place: QueryPlace,
  pack: string,
  limit: number,
  hasJournal: boolean,
): Promise<MicroBatch[]> {
  const { rows } = await runQuery(
    place,
    `WITH newest AS (
       SELECT * FROM ops.batch_history WHERE pack = ${quoteText(pack)}
       ORDER BY ended_at DESC LIMIT ${limit}
     ),
     journal AS (${hasJournal ? journalRows : noJournalRows})
     SELECT n.batch_id, epoch_ms(n.ended_at), input_rows, bronze_rows, silver_rows, duplicate_rows,
       late_rows, rejected_parse, rejected_schema, rejected_rule, duration_ms, end_offsets,
       latency_p50_ms, latency_p95_ms, replayed, start_offsets, watermark_ms
     FROM newest n LEFT JOIN journal j ON j.query_id = n.query_id AND j.batch_id = n.batch_id
     ORDER BY n.ended_at`,
  );
  return rows.map(toMicroBatch);
}

function toMicroBatch(row: readonly Cell[]): MicroBatch {
  const number = (index: number) => Number(row[index] ?? 0);
  const orNull = (index: number) => (row[index] === null ? null : Number(row[index]));
  const map = (index: number) =>
    row[index] === null ? null : (JSON.parse(String(row[index])) as Record<string, number>);
  return {
    batchId: number(0),
    endedAtMs: number(1),
    rows: {
      input: number(2),
      bronze: number(3),
      silver: number(4),
      duplicates: number(5),
      late: number(6),
      rejected: { parse: number(7), schema: number(8), rule: number(9) },
    },
    partsMs: map(10) ?? {},
    endOffsets: map(11) ?? {},
    latencyP50Ms: orNull(12),
    latencyP95Ms: orNull(13),
    replayed: row[14] === true,
    startOffsets: map(15),
    watermarkMs: orNull(16),
  };
}
