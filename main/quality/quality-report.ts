import { runQuery, type QueryPlace } from '../analytics/run-query';
import { qualityScope, type QualityReport } from '../contract/quality';
import type { Quality } from './quality';

/** A day of a pack's scores, of every five minutes the lowest; `$pack` is the pack. */
const historySql = `
  SELECT check_name, scope, min(score), epoch_ms(min(checked_at))
  FROM ops.quality_metrics
  WHERE pack = $pack
  GROUP BY check_name, scope, time_bucket(INTERVAL 5 minutes, checked_at)
  ORDER BY min(checked_at), check_name`;

/** When each check of a pack failed last. */
const failuresSql = `
  SELECT check_name, epoch_ms(max(checked_at))
  FROM ops.quality_metrics
  WHERE pack = $pack AND passed = 0
  GROUP BY check_name
  ORDER BY check_name`;

/**
 * The scorecard of a pack; all rows are looked at when they never were. `place` has the history.
 * Fails like `Lake.snapshot`.
 */
export async function readQualityReport(
  quality: Quality,
  place: QueryPlace,
  pack: string,
): Promise<QualityReport> {
  if (quality.read().some(({ table }) => table === null)) await quality.checkTables();
  const rules = await quality.countRules();
  const { rows } = await runQuery(place, historySql, { parameters: { pack } });
  const history = rows.map(([check, scope, score, atMs]) => ({
    check: String(check),
    scope: qualityScope.parse(scope),
    score: Number(score),
    atMs: Number(atMs),
  }));
  const failures = await runQuery(place, failuresSql, { parameters: { pack } });
  const lastFailures = failures.rows.map(([check, atMs]) => ({
    check: String(check),
    atMs: Number(atMs),
  }));
  return { pack, checks: [...quality.read()], rules, history, lastFailures };
}
