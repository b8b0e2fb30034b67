import { useCallback, useMemo } from 'react';
import type { RejectedReport } from '../../../../main/contract/rejected';
import type { ChartTheme } from '../../charts/chart-theme';
import { readLineHues } from '../../charts/line-hues';
import { stackedColumnsOption } from '../../charts/options/stacked-columns';
import { ThemedChart } from '../../charts/themed-chart';
import { formatInteger } from '../../format/numbers';
import { formatClock } from '../../format/time';
import { t } from '../../languages/language';
import { rejectedColumns } from './rejected-columns';
import type { RejectedPart } from './rejected-columns';

export const ruleName = ({ rule }: Pick<RejectedPart, 'rule'>): string =>
  rule ?? t('quality.rejected.others');

/** Rejected records by rule as stacked columns over time. */
export function RejectedChart({ report }: { report: RejectedReport }) {
  const { times, parts } = useMemo(() => rejectedColumns(report), [report]);
  const total = report.history.reduce((sum, { rows }) => sum + rows, 0);
  const [most] = parts;
  const summary = t('quality.rejected.summary', {
    count: total,
    rows: formatInteger(total),
    rule: most ? ruleName(most) : '—',
    most: formatInteger(most ? most.values.reduce((sum, rows) => sum + rows, 0) : 0),
  });
  const draw = useCallback(
    (colors: ChartTheme) => {
      const hues = [
        colors.accent,
        colors.second,
        ...readLineHues(document.documentElement).slice(1),
      ];
      const timeOf = (index: number) => formatClock(times[index] ?? 0, report.untilMs);
      const columns = stackedColumnsOption({
        positions: times.map((_, index) => timeOf(index)),
        parts: parts.map((part, index) => ({
          name: ruleName(part),
          values: part.values,
          color: part.rule === null ? colors.secondaryText : hues[index % hues.length]!,
        })),
        level: null,
        ...{ colors, summary },
        format: formatInteger,
        tooltip: (index) => ({
          title: timeOf(index),
          lines: parts.flatMap((part) =>
            part.values[index]
              ? [{ name: ruleName(part), value: formatInteger(part.values[index]), note: '' }]
              : [],
          ),
        }),
      });
      return {
        ...columns,
        grid: { left: 12, right: 20, top: 34, bottom: 4, containLabel: true },
        legend: {
          ...{ type: 'plain', top: 0, left: 8, itemWidth: 12, itemHeight: 8, itemGap: 12 },
          textStyle: { color: colors.secondaryText, fontSize: 12 },
        },
      };
    },
    [report, times, parts, summary],
  );
  return <ThemedChart draw={draw} summary={summary} positions={times.length} />;
}
