import { quoteText } from '../analytics/sql-quoting';
import type { Cell } from '../contract/query';
import type { TableGrowth } from '../contract/table-growth';
import { mostPoints, partColumns, pointsOf, pointsOfPart } from './measured-points';

/**
 * SELECT of the live files and bytes of a table between two times, in parts of equal length that are
 * as many as the points allow; the newest sample is always one of them.
 */
export function tableGrowthSql(table: string, fromMs: number, untilMs: number): string {
  const span = Math.max(1, untilMs - fromMs);
  const parts = Math.floor(mostPoints / pointsOfPart) - 1;
  const since = `make_timestamptz(${Math.round(fromMs)}::BIGINT * 1000)`;
  return `
    WITH kept AS (
      SELECT epoch_ms(sampled_at) AS ms, live_files::DOUBLE AS files, size_bytes::DOUBLE AS bytes
      FROM ops.table_history
      WHERE table_name = ${quoteText(table)} AND sampled_at >= ${since}),
    measured AS (
      SELECT ms, 'files' AS measure, files AS value FROM kept
      UNION ALL SELECT ms, 'bytes', bytes FROM kept),
    stepped AS (
      SELECT *, coalesce(ms - lag(ms) OVER (PARTITION BY measure ORDER BY ms), 0) AS step,
        CASE WHEN ms = max(ms) OVER () THEN ${parts + 1}
          ELSE floor((ms - ${Math.round(fromMs)}) * ${parts} / ${span}) END AS part
      FROM measured)
    SELECT measure, ${partColumns} FROM stepped GROUP BY measure, part ORDER BY measure, min(ms)`;
}

/** The rows of `tableGrowthSql` as lines. */
export function toTableGrowth(
  table: string,
  fromMs: number,
  untilMs: number,
  rows: readonly (readonly Cell[])[],
): TableGrowth {
  const of = (measure: string) =>
    rows.flatMap(([name, ...part]) => (name === measure ? pointsOf(part) : []));
  return { table, fromMs, untilMs, files: of('files'), bytes: of('bytes') };
}
