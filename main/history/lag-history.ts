import { quoteText } from '../analytics/sql-quoting';
import type { LagHistory, LagLine } from '../contract/lag-history';
import type { Cell } from '../contract/query';
import { mostPoints, partColumns, pointsOf, pointsOfPart } from './measured-points';

/**
 * SELECT of the lag between two times, in parts of equal length that are as many as the points
 * allow: `partition` (null: the topic), measure, samples, and when the lowest, the highest and the
 * longest gap were.
 */
export function lagHistorySql(topic: string, fromMs: number, untilMs: number): string {
  const span = Math.max(1, untilMs - fromMs);
  const since = `make_timestamptz(${Math.round(fromMs)}::BIGINT * 1000)`;
  return `
    WITH kept AS (
      SELECT partition, epoch_ms(sampled_at) AS ms, lag, lag_seconds, topic_lag_seconds
      FROM ops.lag_history WHERE topic = ${quoteText(topic)} AND sampled_at >= ${since}),
    parts AS (
      SELECT greatest(1, ${Math.floor(mostPoints / pointsOfPart)} // (count(DISTINCT partition) + 1))
        AS count FROM kept),
    lines AS (
      SELECT partition, ms, lag::DOUBLE AS records, lag_seconds AS seconds FROM kept
      UNION ALL
      SELECT NULL, ms, CASE WHEN count(lag) = count(*) THEN sum(lag)::DOUBLE END,
        any_value(topic_lag_seconds) FROM kept GROUP BY ms),
    measured AS (
      SELECT partition, ms, 'records' AS measure, records AS value FROM lines
      UNION ALL SELECT partition, ms, 'seconds', seconds FROM lines),
    stepped AS (
      SELECT *, coalesce(ms - lag(ms) OVER (PARTITION BY partition, measure ORDER BY ms), 0) AS step
      FROM measured)
    SELECT partition, measure, count(*)::DOUBLE, ${partColumns}
    FROM stepped, parts
    GROUP BY partition, measure, floor((ms - ${Math.round(fromMs)}) * parts.count / ${span})
    ORDER BY partition NULLS FIRST, measure, min(ms)`;
}

/** The rows of `lagHistorySql` as lines. */
export function toLagHistory(
  topic: string,
  fromMs: number,
  untilMs: number,
  rows: readonly (readonly Cell[])[],
): LagHistory {
  const lines = new Map<number | null, LagLine>();
  let samples = 0;
  for (const [partition, measure, count, ...part] of rows) {
    const number = partition === null ? null : Number(partition);
    const line = lines.get(number) ?? { partition: number, records: [], seconds: [] };
    lines.set(number, line);
    if (number === null && measure === 'records') samples += Number(count);
    line[measure === 'seconds' ? 'seconds' : 'records'].push(...pointsOf(part));
  }
  return { topic, fromMs, untilMs, samples, lines: [...lines.values()] };
}
