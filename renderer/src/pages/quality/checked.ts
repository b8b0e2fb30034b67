import type { QualityReport, QualityScore } from '../../../../main/contract/quality';
import type { AsyncView } from '../../state/async-view';

/** Scores are read anew every 15 s, and reading whole tables takes its time. */
export const scoresStaleMs = 60_000;

/** A score that says something: one of no rows is no score. */
export const scored = (score: QualityScore | null): QualityScore | null =>
  score !== null && score.records > 0 ? score : null;

/** The report, as long as any row was looked at; before that there is nothing to pass or fail. */
export function checkedView(view: AsyncView<QualityReport>): AsyncView<QualityReport> {
  if (view.kind !== 'ready') return view;
  const { checks, rules, history } = view.value;
  const isChecked = checks.some(({ table, batch }) => scored(table) ?? scored(batch));
  const isCounted = rules.some(({ rows }) => rows > 0) || history.length > 0;
  return isChecked || isCounted ? view : { kind: 'empty', sinceMs: Date.now() };
}
