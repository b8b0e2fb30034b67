import { useCallback, useMemo } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import type { ChartTheme } from '../../charts/chart-theme';
import { barsOption } from '../../charts/options/bars';
import { ThemedChart } from '../../charts/themed-chart';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useLanguage } from '../../state/use-language';
import { columnOf, summariseBars, toBars } from './panel-rows';

/** Rows as horizontal bars with their figures. */
export function BarsOf(props: {
  result: QueryResult;
  name: string;
  value: string;
  onOpen: (row: number, column: string) => void;
}) {
  const { result, name, value, onOpen } = props;
  const theme = useStores('theme', (state) => state.theme);
  const language = useLanguage();
  const bars = useMemo(
    () => toBars(result, name, value, theme),
    // Names and figures are in the language.
    [result, name, value, theme, language],
  );
  const facts = summariseBars(bars, value, columnOf(result, value).type);
  const summary = t('chart.bars', facts);
  const draw = useCallback(
    (colors: ChartTheme) => barsOption(bars, colors, summary),
    [bars, summary],
  );
  return (
    <ThemedChart
      draw={draw}
      summary={summary}
      positions={bars.length}
      onOpen={(row) => onOpen(row, value)}
    />
  );
}
