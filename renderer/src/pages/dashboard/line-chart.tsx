import { useCallback, useMemo } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import type { ChartTheme } from '../../charts/chart-theme';
import { linesOption } from '../../charts/options/lines';
import { ThemedChart } from '../../charts/themed-chart';
import { t } from '../../languages/language';
import { useLanguage } from '../../state/use-language';
import type { PanelLine } from './dashboards';
import { toLines } from './panel-rows';

/** Rows as lines and columns over time. */
export function LinesOf(props: {
  result: QueryResult;
  position: string;
  lines: readonly PanelLine[];
  lastsMs?: number | undefined;
  onOpen: (row: number, column: string) => void;
}) {
  const { result, position, lines: wanted, lastsMs = null, onOpen } = props;
  const language = useLanguage();
  const { positions, lines, rows, openFrom } = useMemo(
    () => toLines(result, position, wanted, lastsMs),
    // Names and figures are in the language.
    [result, position, wanted, lastsMs, language],
  );
  const [first] = lines;
  const last = first?.values.at(-1) ?? null;
  const summary = t('chart.lines', {
    name: first?.name ?? '',
    last: last === null || !first ? '—' : first.format(last),
    time: positions.at(-1) ?? '',
  });
  const draw = useCallback(
    (colors: ChartTheme) => linesOption(positions, lines, colors, summary, openFrom),
    [positions, lines, summary, openFrom],
  );
  // A line with an open end is drawn as two series.
  const lineOfSeries = wanted.flatMap((line) =>
    openFrom === null || line.kind === 'columns' ? [line] : [line, line],
  );
  return (
    <ThemedChart
      draw={draw}
      summary={summary}
      positions={positions.length}
      onOpen={(at, series) => onOpen(rows[at] ?? 0, lineOfSeries[series]?.column ?? '')}
    />
  );
}
