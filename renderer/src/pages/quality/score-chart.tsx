import { useCallback } from 'react';
import type { ChartTheme } from '../../charts/chart-theme';
import { timeLinesOption } from '../../charts/options/time-lines';
import type { TimeLine } from '../../charts/options/time-lines';
import { ThemedChart } from '../../charts/themed-chart';
import { formatClock } from '../../format/time';
import { t } from '../../languages/language';
import { scoreFloor } from './score-lines';
import type { Score } from './score-lines';
import { formatScore } from './score-text';

/** The scores of a day over the threshold, what is below it as a band. */
export function ScoreChart(props: {
  name: string;
  scores: readonly Score[];
  lines: readonly TimeLine[];
  threshold: number;
}) {
  const { name, scores, lines, threshold } = props;
  const [fromMs, untilMs] = [scores[0]?.atMs ?? 0, scores.at(-1)?.atMs ?? 0];
  const summary = summaryOf(name, scores, threshold);
  const draw = useCallback(
    (colors: ChartTheme) =>
      timeLinesOption(
        {
          lines,
          // A single score stands in the middle.
          fromMs: fromMs === untilMs ? fromMs - 300_000 : fromMs,
          untilMs: fromMs === untilMs ? untilMs + 300_000 : untilMs,
          limit: { name: t('quality.checks.threshold'), value: threshold, isFloor: true },
          range: { from: scoreFloor(scores, threshold), until: 1 },
          summary,
          hues: [colors.accent],
          format: formatScore,
          formatTime: (atMs) => formatClock(atMs, untilMs),
        },
        colors,
      ),
    [lines, scores, threshold, fromMs, untilMs, summary],
  );
  return <ThemedChart draw={draw} summary={summary} positions={lines[0]?.points.length ?? 0} />;
}

function summaryOf(name: string, scores: readonly Score[], threshold: number): string {
  const last = scores.at(-1);
  const lowest = scores.reduce<Score | undefined>(
    (least, one) => (least === undefined || one.score < least.score ? one : least),
    undefined,
  );
  return t('quality.score.summary', {
    check: name,
    newest: formatScore(last?.score ?? null),
    lowest: formatScore(lowest?.score ?? null),
    time: lowest ? formatClock(lowest.atMs, last?.atMs ?? lowest.atMs) : '—',
    threshold: formatScore(threshold),
  });
}
