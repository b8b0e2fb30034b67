import { z } from 'zod';

/** The checks of quality, in the order of the data's way (floor.md 7.3). */
export const qualityCheckName = z.enum([
  'bronze_schema_validation',
  'bronze_null_check',
  'silver_dedup_check',
  'silver_timestamp_validity',
  'gold_aggregation_completeness',
]);
export type QualityCheckName = z.infer<typeof qualityCheckName>;

/** The least score that passes, settings `quality.<check in camel case>` (floor.md 7.3). */
export type QualityThresholds = Readonly<Record<QualityCheckName, number>>;

/** What holds without a setting. */
export const defaultThresholds: QualityThresholds = {
  bronze_schema_validation: 0.99,
  bronze_null_check: 0.99,
  silver_dedup_check: 1,
  silver_timestamp_validity: 0.99,
  gold_aggregation_completeness: 1,
};

/** `bronze_null_check` → `bronzeNullCheck`: the name of its setting in the group `quality`. */
export function thresholdSetting(check: QualityCheckName): string {
  return check.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The thresholds that the settings of the group `quality` say; those they lack are the defaults. */
export function chosenThresholds(chosen: Readonly<Record<string, number>>): QualityThresholds {
  const checks = qualityCheckName.options.map((check) => {
    const threshold = chosen[thresholdSetting(check)] ?? defaultThresholds[check];
    return [check, threshold] as const;
  });
  return Object.fromEntries(checks) as QualityThresholds;
}

/** Without a pack, of the one that is shown. */
export const qualityRequest = z.object({ pack: z.string().optional() });

/** Looks at every row for one check again, now. */
export const rerunCheckRequest = qualityRequest.extend({ check: qualityCheckName });

/** `table`: every row there is; `batch`: the rows that came since the check before. */
export const qualityScope = z.enum(['table', 'batch']);
export type QualityScope = z.infer<typeof qualityScope>;

/**
 * A score, 0 to 1, of so many rows; `details` says what the score is made of, a sentence; `tables` has
 * the score of each table that was looked at.
 */
export const qualityScore = z.object({
  score: z.number(),
  passed: z.boolean(),
  records: z.number().int(),
  details: z.string(),
  atMs: z.number(),
  tables: z.array(z.object({ table: z.string(), score: z.number() })).default([]),
});
export type QualityScore = z.infer<typeof qualityScore>;

/** A check with its newest scores; null = not checked yet. It passes while no known score fails. */
export const qualityCheck = z.object({
  check: qualityCheckName,
  layer: z.enum(['bronze', 'silver', 'gold']),
  threshold: z.number(),
  passed: z.boolean(),
  table: qualityScore.nullable(),
  batch: qualityScore.nullable(),
});
export type QualityCheck = z.infer<typeof qualityCheck>;

/** How many rows of all time a rule refused (`blocking`, `stage`) or only marked (`warning`). */
export const ruleCount = z.object({
  rule: z.string(),
  kind: z.enum(['blocking', 'warning', 'stage']),
  rows: z.number().int(),
});
export type RuleCount = z.infer<typeof ruleCount>;

/**
 * The scorecard of a pack; `history` is oldest first, of at most 24 hours: of every five minutes the
 * lowest score. Beside the checks it has `table:<table>`, the lowest of the checks of a table, and
 * `rule:<rule>`, the share of rows that kept a rule. `lastFailures` has, of each check that failed in
 * what `ops.quality_metrics` keeps, when it did so last; of any scope.
 */
export const qualityReport = z.object({
  pack: z.string(),
  checks: z.array(qualityCheck),
  rules: z.array(ruleCount),
  history: z.array(
    z.object({ check: z.string(), scope: qualityScope, score: z.number(), atMs: z.number() }),
  ),
  lastFailures: z.array(z.object({ check: z.string(), atMs: z.number() })),
});
export type QualityReport = z.infer<typeof qualityReport>;
