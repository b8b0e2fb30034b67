import { useCallback, useMemo } from 'react';
import type { TableGrowth } from '../../../../main/contract/table-growth';
import type { ChartTheme } from '../../charts/chart-theme';
import { timeLinesOption } from '../../charts/options/time-lines';
import { ThemedChart } from '../../charts/themed-chart';
import { missing } from '../../format/missing';
import { formatClock } from '../../format/time';
import { t } from '../../languages/language';
import { useLanguage } from '../../state/use-language';
import { formatGrowth, growthLines, growthSpan } from './growth-lines';
import type { GrowthMeasure } from './growth-lines';

/** Live files of a table over time, or what they take, as an area. */
export function GrowthChart({ growth, measure }: { growth: TableGrowth; measure: GrowthMeasure }) {
  const language = useLanguage();
  const lines = useMemo(() => growthLines(growth, measure), [growth, measure, language]);
  const summary = summaryOf(growth, measure);
  const draw = useCallback(
    (colors: ChartTheme) => {
      const [fromMs, untilMs] = growthSpan(growth);
      return timeLinesOption(
        {
          ...{ lines, fromMs, untilMs, limit: null, isArea: true, summary },
          hues: [colors.accent],
          format: (value) => formatGrowth(value, measure),
          formatTime: (atMs) => formatClock(atMs, untilMs),
        },
        colors,
      );
    },
    [growth, lines, measure, summary],
  );
  return <ThemedChart draw={draw} summary={summary} positions={growth[measure].length} />;
}

function summaryOf(growth: TableGrowth, measure: GrowthMeasure): string {
  const known = growth[measure].filter((point): point is [number, number] => point[1] !== null);
  const highest = known.reduce<[number, number] | null>(
    (most, point) => (most === null || point[1] > most[1] ? point : most),
    null,
  );
  const figure = (value: number | undefined) =>
    value === undefined ? missing : formatGrowth(value, measure);
  return t('data.growth.summary', {
    measure: t(`data.growth.measures.${measure}`),
    table: growth.table,
    newest: figure(known.at(-1)?.[1]),
    highest: figure(highest?.[1]),
    time: highest ? formatClock(highest[0], growth.untilMs) : missing,
  });
}
