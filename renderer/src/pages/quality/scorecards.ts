import type { QualityReport, RuleCount } from '../../../../main/contract/quality';

/** What is known of one table: of its checks the lowest score, and what its rows broke. */
export interface Scorecard {
  readonly table: string;
  readonly score: number;
  /** Of the check with that score. */
  readonly threshold: number;
  /** Checks whose score on this table is below their threshold. */
  readonly failing: readonly string[];
  /** Rules that rows of this table carry a mark of. */
  readonly rules: readonly RuleCount[];
}

/**
 * A card for each table that was looked at, in the order of the checks. Warnings are marks on rows of
 * Silver; what other rules refused is in no table but that of the rejected records.
 */
export function scorecards({ checks, rules }: QualityReport): Scorecard[] {
  const cards = new Map<string, Scorecard>();
  for (const { check, layer, threshold, table: scored } of checks) {
    for (const { table, score } of scored?.tables ?? []) {
      const before = cards.get(table);
      const isLower = !before || score < before.score;
      const marks = rules.filter(({ kind, rows }) => kind === 'warning' && rows > 0);
      cards.set(table, {
        table,
        score: isLower ? score : before.score,
        threshold: isLower ? threshold : before.threshold,
        failing: [...(before?.failing ?? []), ...(score < threshold ? [check] : [])],
        rules: layer === 'silver' ? marks : (before?.rules ?? []),
      });
    }
  }
  return [...cards.values()];
}
