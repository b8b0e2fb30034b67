import type { EChartsCoreOption } from 'echarts/core';
import { axisChart, axisLabel } from '../axis-chart';
import type { ChartTheme } from '../chart-theme';

/** One line, or the columns of a chart that has both. `values` null: nothing was measured there. */
export interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly kind: 'line' | 'mean' | 'columns';
  /** Drawn against an axis of its own, right. */
  readonly isSecond?: boolean;
  format(value: number): string;
}

/**
 * Lines and columns over the same positions, with a legend; the first axis starts at 0. From the
 * position `openFrom` on, what is drawn still grows: dashed lines, lighter columns. Null: none does.
 */
export function linesOption(
  positions: readonly string[],
  lines: readonly Line[],
  colors: ChartTheme,
  summary: string,
  openFrom: number | null = null,
): EChartsCoreOption {
  const label = axisLabel(colors);
  const valueAxis = (isSecond: boolean) => ({
    type: 'value',
    min: 0,
    position: isSecond ? 'right' : 'left',
    axisLabel: {
      ...label,
      formatter: (value: number) =>
        lines.find((line) => (line.isSecond ?? false) === isSecond)?.format(value) ?? '',
    },
    splitLine: { show: !isSecond, lineStyle: { color: colors.gridLine } },
  });
  const color = (line: Line) => (line.kind === 'mean' ? colors.second : colors.accent);
  return {
    ...axisChart(colors, summary, (index) => ({
      title: positions[index] ?? '',
      lines: lines.flatMap((line) => {
        const value = line.values[index];
        if (value === null || value === undefined) return [];
        return [{ name: line.name, value: line.format(value), note: '' }];
      }),
    })),
    grid: { left: 12, right: 20, top: 32, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      left: 8,
      itemWidth: 24,
      itemHeight: 8,
      textStyle: { color: colors.secondaryText, fontSize: 12 },
    },
    xAxis: {
      type: 'category',
      data: positions,
      axisLabel: label,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.gridLine } },
    },
    yAxis: [valueAxis(false), ...(lines.some(({ isSecond }) => isSecond) ? [valueAxis(true)] : [])],
    series: lines.flatMap((line): object[] => {
      const drawn = {
        type: line.kind === 'columns' ? 'bar' : 'line',
        name: line.name,
        yAxisIndex: line.isSecond ? 1 : 0,
        barMaxWidth: 26,
        ...markOf(line, positions.length),
        itemStyle: { color: line.isSecond ? colors.second : color(line) },
      };
      if (openFrom === null) return [{ ...drawn, data: line.values }];
      if (line.kind === 'columns')
        return [{ ...drawn, data: line.values.map((value, at) => faded(value, at >= openFrom)) }];
      return [
        { ...drawn, data: line.values.map((value, at) => (at < openFrom ? value : null)) },
        {
          ...drawn,
          data: line.values.map((value, at) => (at >= openFrom - 1 ? value : null)),
          lineStyle: { ...markOf(line, positions.length).lineStyle, type: 'dashed' },
        },
      ];
    }),
  };
}

/** Neighbours differ by more than their colour: a mean is dotted, with other points. */
function markOf({ kind, isSecond = false }: Line, positions: number) {
  const isOther = kind === 'mean' || isSecond;
  return {
    symbol: positions > 40 ? 'none' : isOther ? 'diamond' : 'circle',
    symbolSize: isOther ? 7 : 5,
    lineStyle: { width: 2, ...(kind === 'mean' ? { type: 'dotted' } : {}) },
  };
}

/** A column that still grows is lighter than the others. */
const faded = (value: number | null, isOpen: boolean) =>
  isOpen ? { value, itemStyle: { opacity: 0.45 } } : value;
