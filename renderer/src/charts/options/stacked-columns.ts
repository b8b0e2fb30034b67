import type { EChartsCoreOption } from 'echarts/core';
import { axisChart, axisLabel } from '../axis-chart';
import type { ChartTheme } from '../chart-theme';
import type { TooltipText } from '../tooltip-content';

/** One layer of every column, from the bottom up. */
export interface ColumnPart {
  readonly name: string;
  readonly values: readonly number[];
  readonly color: string;
}

/**
 * Columns of parts, with a line across all of them at `level`; the axis starts at 0. The legend is the
 * page's: there it wraps by itself.
 */
export function stackedColumnsOption(chart: {
  readonly positions: readonly string[];
  readonly parts: readonly ColumnPart[];
  readonly level: { readonly name: string; readonly value: number } | null;
  readonly colors: ChartTheme;
  readonly summary: string;
  format(value: number): string;
  tooltip(index: number): TooltipText | null;
}): EChartsCoreOption {
  const { positions, parts, level, colors, summary, format, tooltip } = chart;
  const label = axisLabel(colors);
  return {
    ...axisChart(colors, summary, tooltip),
    grid: { left: 12, right: 20, top: 10, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: positions,
      axisLabel: label,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.gridLine } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      axisLabel: { ...label, formatter: format },
      splitLine: { lineStyle: { color: colors.gridLine } },
    },
    series: [
      ...parts.map(({ name, values, color }, index) => ({
        type: 'bar',
        name,
        stack: 'parts',
        data: values,
        barMaxWidth: 26,
        barCategoryGap: '25%',
        itemStyle: {
          color,
          // Every second part has stripes: neighbours differ by more than their colour.
          ...(index % 2 === 1
            ? {
                decal: {
                  symbol: 'rect',
                  color: colors.surface,
                  dashArrayX: [1, 0],
                  dashArrayY: [1, 4],
                  rotation: -Math.PI / 4,
                },
              }
            : {}),
        },
      })),
      ...(level === null
        ? []
        : [
            {
              type: 'line',
              name: level.name,
              data: positions.map(() => level.value),
              symbol: 'none',
              lineStyle: { width: 1.5, type: 'dashed', color: colors.text },
              itemStyle: { color: colors.text },
            },
          ]),
    ],
  };
}
