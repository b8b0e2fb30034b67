import { useEffect, useMemo, useState } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { Chart } from './chart';
import { readChartTheme } from './chart-theme';
import type { ChartTheme } from './chart-theme';

/** A chart in the colours of the present theme; `draw` must be stable while its data is. */
export function ThemedChart(props: {
  readonly draw: (colors: ChartTheme) => EChartsCoreOption;
  readonly summary: string;
  readonly positions: number;
  /** Opens what stands at a position; absent: nothing opens. */
  readonly onOpen?: ((position: number, series: number) => void) | undefined;
}) {
  const { draw, summary, positions, onOpen } = props;
  const theme = useStores('theme', (state) => state.theme);
  const [colors, setColors] = useState<ChartTheme>(() => readChartTheme(document.documentElement));
  useEffect(() => setColors(readChartTheme(document.documentElement)), [theme]);
  const option = useMemo(() => draw(colors), [draw, colors]);
  return (
    <Chart
      option={option}
      summary={summary}
      keyboardHint={t(onOpen ? 'chart.keyboardOpens' : 'chart.keyboard')}
      positions={positions}
      onOpen={onOpen}
    />
  );
}
