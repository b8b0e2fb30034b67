import { useCallback, useMemo } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import type { ChartTheme } from '../../charts/chart-theme';
import { linesOption } from '../../charts/options/lines';
import { ThemedChart } from '../../charts/themed-chart';
import { t } from '../../languages/language';
import type { PanelLine } from './dashboards';
import { toLines } from './panel-rows';

/** Rows as lines and columns over time. */
export function LinesOf(props: {
  result: QueryResult;
  position: string;
  lines: readonly PanelLine[];
}) {
  const { result, position, lines: wanted } = props;
  const { positions, lines } = useMemo(
    () => toLines(result, position, wanted),
    [result, position, wanted],
  );
  const [first] = lines;
  const last = first?.values.at(-1) ?? null;
  const summary = t('chart.lines', {
    name: first?.name ?? '',
    last: last === null || !first ? '—' : first.format(last),
    time: positions.at(-1) ?? '',
  });
  const draw = useCallback(
    (colors: ChartTheme) => linesOption(positions, lines, colors, summary),
    [positions, lines, summary],
  );
  return <ThemedChart draw={draw} summary={summary} positions={positions.length} />;
}
