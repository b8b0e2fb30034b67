import type { QualityReport } from '../../../../main/contract/quality';
import type { TimeLine } from '../../charts/options/time-lines';
import { t } from '../../languages/language';

/** One score of the day, 0 to 1. */
export type Score = QualityReport['history'][number];

/** Scores are kept every five minutes; after three that are missing nothing was looked at. */
const gapMs = 900_000;

/** The scores of one check, table or rule. */
export const scoresOf = (report: QualityReport, check: string): Score[] =>
  report.history.filter((score) => score.check === check);

/**
 * The scores of all rows and those of the newest rows as a line each, with a gap where nothing was
 * looked at; of a scope without a score none.
 */
export function scoreLines(scores: readonly Score[]): TimeLine[] {
  return (['table', 'batch'] as const).flatMap((scope) => {
    const own = scores.filter((score) => score.scope === scope);
    if (own.length === 0) return [];
    return [
      {
        name: t(`quality.checks.${scope}`),
        points: own.flatMap(({ atMs, score }, index): TimeLine['points'][number][] => {
          const before = own[index - 1];
          const isBehindGap = before !== undefined && atMs - before.atMs > gapMs;
          return isBehindGap ? [[before.atMs + 1, null] as const, [atMs, score]] : [[atMs, score]];
        }),
        isWhole: scope === 'table',
      },
    ];
  });
}

/** Where the axis of a chart of scores begins: below the lowest one and the threshold. */
export function scoreFloor(scores: readonly Score[], threshold: number): number {
  const lowest = Math.min(threshold, ...scores.map(({ score }) => score));
  const room = Math.max(0.001, (1 - lowest) * 0.25);
  return Math.max(0, Math.floor((lowest - room) * 1_000) / 1_000);
}
