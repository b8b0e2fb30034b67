import type { QualityCheck, QualityScope, RuleCount } from '../contract/quality';

/** A row of `ops.quality_metrics` (floor.md 7.3) but for its id. */
export interface MetricRow {
  readonly check_name: string;
  readonly layer: string;
  readonly score: number;
  readonly passed: 0 | 1;
  readonly record_count: number;
  readonly details: string;
  readonly timestamp: string;
  readonly pack: string;
  readonly scope: QualityScope;
  readonly checked_at: number;
}

/** The scores of one scope as rows. */
export function toMetricRows(
  pack: string,
  scope: QualityScope,
  checks: readonly QualityCheck[],
): MetricRow[] {
  return checks.flatMap((check) => {
    const scored = check[scope];
    if (scored === null) return [];
    const { score, passed, records, details, atMs } = scored;
    return [
      {
        check_name: check.check,
        layer: check.layer,
        score,
        passed: passed ? 1 : 0,
        record_count: records,
        details,
        timestamp: new Date(atMs).toISOString(),
        pack,
        scope,
        checked_at: atMs,
      },
    ];
  });
}

/** Counts by rule as rows `rule:<id>`: the score is the share of `rows` that kept the rule. */
export function toRuleRows(
  pack: string,
  rules: readonly RuleCount[],
  rows: number,
  atMs: number,
): MetricRow[] {
  return rules.map(({ rule, kind, rows: broken }) => ({
    check_name: `rule:${rule}`,
    layer: 'silver',
    score: rows === 0 ? 1 : Math.max(0, 1 - broken / rows),
    passed: broken === 0 ? 1 : 0,
    record_count: rows,
    details: `${broken} rows (${kind}).`,
    timestamp: new Date(atMs).toISOString(),
    pack,
    scope: 'table',
    checked_at: atMs,
  }));
}
