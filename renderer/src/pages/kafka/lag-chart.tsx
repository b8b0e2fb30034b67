import { useCallback, useMemo } from 'react';
import type { TopicLag } from '../../../../main/contract/kafka';
import type { LagHistory } from '../../../../main/contract/lag-history';
import type { ChartTheme } from '../../charts/chart-theme';
import { readLineHues } from '../../charts/line-hues';
import { showsLimit, timeLinesOption } from '../../charts/options/time-lines';
import { ThemedChart } from '../../charts/themed-chart';
import { formatClock, formatClockSeconds, formatElapsed } from '../../format/time';
import { t } from '../../languages/language';
import { useLanguage } from '../../state/use-language';
import { formatLag, lagExtremes, lagLines, lagRanges } from './lag-lines';
import type { LagMeasure, LagRange } from './lag-lines';

/** The lag of a topic and its partitions over time, with the line where an alert is raised. */
export function LagChart(props: {
  history: LagHistory;
  measure: LagMeasure;
  lag: TopicLag | null;
  limit: number | null;
}) {
  const { history, measure, lag, limit } = props;
  const language = useLanguage();
  const lines = useMemo(() => lagLines(history, measure), [history, measure, language]);
  const summary = summaryOf(history, measure, lag, limit);
  const draw = useCallback(
    (colors: ChartTheme) => {
      const { fromMs, untilMs } = history;
      const isShort = untilMs - fromMs <= 600_000;
      return timeLinesOption(
        {
          lines,
          fromMs,
          untilMs,
          limit: limit === null ? null : { name: t('kafka.lagLimit'), value: limit },
          summary,
          hues: readLineHues(document.documentElement),
          format: (value) => formatLag(value, measure),
          formatTime: (atMs) => (isShort ? formatClockSeconds(atMs) : formatClock(atMs, untilMs)),
        },
        colors,
      );
    },
    [history, lines, limit, measure, summary],
  );
  return (
    <ThemedChart
      draw={draw}
      summary={summary}
      positions={lines[0]?.points.length ?? 0}
      note={
        limit !== null && !showsLimit(lines, limit)
          ? ` ${t('kafka.lagFarBelow', { limit: formatLag(limit, measure) })}`
          : undefined
      }
    />
  );
}

/** The time that is shown, in the words of its button. */
function spanOf({ fromMs, untilMs }: LagHistory): string {
  const names = Object.keys(lagRanges) as LagRange[];
  const name = names.find((one) => lagRanges[one] === untilMs - fromMs);
  return name ? t(`kafka.lagRanges.${name}`) : formatElapsed(untilMs - fromMs);
}

function summaryOf(
  history: LagHistory,
  measure: LagMeasure,
  lag: TopicLag | null,
  limit: number | null,
): string {
  const [whole] = lagLines(history, measure);
  const { newest, highest } = whole ? lagExtremes(whole) : { newest: null, highest: null };
  const parts = [
    t('kafka.lagSummary', {
      unit: t(measure === 'records' ? 'kafka.lagInRecords' : 'kafka.lagInSeconds'),
      span: spanOf(history),
      newest: formatLag(newest, measure),
      highest: formatLag(highest?.[1] ?? null, measure),
      time: highest ? formatClock(highest[0], history.untilMs) : '—',
    }),
  ];
  if (lag?.secondsToZero)
    parts.push(t('kafka.lagSummaryZero', { span: formatElapsed(lag.secondsToZero * 1_000) }));
  if (limit !== null && highest && highest[1] > limit)
    parts.push(t('kafka.lagSummaryAbove', { limit: formatLag(limit, measure) }));
  return parts.join(' ');
}
