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

/** The newest scores of all rows by table as rows `table:<table>`: of its checks the lowest. */
export function toTableRows(pack: string, checks: readonly QualityCheck[]): MetricRow[] {
  const lowest = new Map<string, MetricRow>();
  for (const { check, layer, table: scored } of checks) {
    for (const { table, score } of scored?.tables ?? []) {
      if (score >= (lowest.get(table)?.score ?? Infinity)) continue;
      lowest.set(table, {
        check_name: `table:${table}`,
        layer: table.split('.')[0] ?? layer,
        score,
        passed: scored!.passed ? 1 : 0,
        record_count: scored!.records,
        details: check,
        timestamp: new Date(scored!.atMs).toISOString(),
        pack,
        scope: 'table',
        checked_at: scored!.atMs,
      });
    }
  }
  return [...lowest.values()];
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
