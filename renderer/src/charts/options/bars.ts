import type { EChartsCoreOption } from 'echarts/core';
import { axisChart, axisLabel } from '../axis-chart';
import type { ChartTheme } from '../chart-theme';
import type { Decal } from '../country-patterns';

/** One bar: its name, its length, and the figure that is written at its end. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly shown: string;
  /** Null: the accent of the theme. */
  readonly color: string | null;
  /** Over the colour, so that it is not the colour alone that tells; absent: none. */
  readonly decal?: Decal | undefined;
}

/** Horizontal bars in the order given, the first on top, each with its figure; the axis starts at 0. */
export function barsOption(
  bars: readonly Bar[],
  colors: ChartTheme,
  summary: string,
): EChartsCoreOption {
  const label = axisLabel(colors);
  return {
    ...axisChart(colors, summary, (index) => {
      const bar = bars[index];
      return bar ? { title: bar.name, lines: [{ name: '', value: bar.shown, note: '' }] } : null;
    }),
    grid: { left: 12, right: 92, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', min: 0, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: { ...label, color: colors.text, width: 150, overflow: 'truncate' },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.gridLine } },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 22,
        barCategoryGap: '30%',
        label: { show: true, position: 'right', color: colors.text, fontSize: 12 },
        data: bars.map(({ value, shown, color, decal }) => ({
          value,
          label: { formatter: shown },
          itemStyle: {
            color: color ?? colors.accent,
            borderRadius: [0, 3, 3, 0],
            ...(decal ? { decal } : {}),
          },
        })),
      },
    ],
  };
}
