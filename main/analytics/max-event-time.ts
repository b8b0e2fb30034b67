import type { Lake } from '../delta/lake';
import { runQuery, type QueryPlace } from './run-query';
import { quoteText } from './sql-quoting';

/** Newest event time that a pack's Silver table has taken, epoch ms; null before the first batch. */
export async function readMaxEventTime(
  place: QueryPlace,
  lake: Lake,
  pack: string,
): Promise<number | null> {
  if (!lake.has('quality.batches')) return null;
  const sql = `SELECT epoch_ms(max(max_event_time)) FROM quality.batches WHERE pack = ${quoteText(pack)}`;
  const newest = (await runQuery(place, sql)).rows[0]?.[0] ?? null;
  return newest === null ? null : Number(newest);
}
