import type { EChartsCoreOption } from 'echarts/core';
import { axisChart, axisLabel } from '../axis-chart';
import type { ChartTheme } from '../chart-theme';
import { tooltipContent } from '../tooltip-content';

/** A line over time, its points oldest first; null: nothing was measured from there on. */
export interface TimeLine {
  readonly name: string;
  readonly points: readonly (readonly [atMs: number, value: number | null])[];
  /** Drawn heavier than the others: what they add up to. */
  readonly isWhole?: boolean;
}

export interface TimeLimit {
  readonly name: string;
  readonly value: number;
  readonly isFloor?: boolean;
}

export interface TimeLines {
  readonly lines: readonly TimeLine[];
  readonly fromMs: number;
  readonly untilMs: number;
  /**
   * A dashed line across, where an alert is raised; null: none. `isFloor`: it is the least that is
   * right, always drawn, with a band below it.
   */
  readonly limit: TimeLimit | null;
  /** Where the value axis begins and ends; absent: from 0 up, in whole steps. */
  readonly range?: { readonly from: number; readonly until: number };
  /** Fills what lies below the only line, which needs no legend then. */
  readonly isArea?: boolean;
  readonly summary: string;
  /** Colours of the lines that are not the whole, in their order, again and again. */
  readonly hues: readonly string[];
  format(value: number): string;
  formatTime(atMs: number): string;
}

/** Below this part of the limit the lines would lie flat on the floor: it is then not drawn. */
const leastShareOfLimit = 0.05;

/** Whether the limit is drawn: only where the lines come near enough that both can be read. */
export function showsLimit(lines: readonly TimeLine[], limit: number): boolean {
  const values = lines.flatMap(({ points }) => points.map(([, value]) => value ?? 0));
  return Math.max(0, ...values) >= limit * leastShareOfLimit;
}

/** Lines from 0 up over a time axis that shows all of the time, gaps where nothing was measured. */
export function timeLinesOption(chart: TimeLines, colors: ChartTheme): EChartsCoreOption {
  const { lines, fromMs, untilMs, limit, range, isArea, summary, hues, format, formatTime } = chart;
  const label = axisLabel(colors);
  const dashes = ['solid', 'dashed', 'dotted'] as const;
  const limitLine = limit && (limit.isFloor || showsLimit(lines, limit.value)) ? limit : null;
  return {
    ...axisChart(colors, summary, () => null),
    tooltip: {
      ...(axisChart(colors, summary, () => null)['tooltip'] as object),
      formatter: (points: unknown) => tooltipOf(points as Hovered[], format, formatTime),
    },
    grid: { left: 12, right: 20, top: isArea ? 12 : 30, bottom: 4, containLabel: true },
    legend: {
      show: !isArea,
      top: 0,
      left: 8,
      type: 'plain',
      icon: 'roundRect',
      itemWidth: 14,
      itemHeight: 4,
      textStyle: { color: colors.secondaryText, fontSize: 12 },
    },
    xAxis: {
      type: 'time',
      min: fromMs,
      max: untilMs,
      axisLabel: { ...label, formatter: (atMs: number) => formatTime(atMs) },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.secondaryText } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      ...(range ? { min: range.from, max: range.until } : { min: 0, minInterval: 1 }),
      ...(isArea ? { splitNumber: 3 } : {}),
      axisLabel: { ...label, formatter: format },
      splitLine: { lineStyle: { color: colors.gridLine } },
    },
    series: [
      ...lines.map(({ name, points, isWhole }, index) => ({
        type: 'line',
        name,
        data: points.map(toItem),
        connectNulls: false,
        ...(isArea ? { areaStyle: { opacity: 0.22 } } : {}),
        lineStyle: {
          width: isWhole ? 2.4 : 1.4,
          type: isWhole ? 'solid' : dashes[Math.floor((index - 1) / hues.length) % dashes.length],
        },
        itemStyle: { color: isWhole ? colors.text : hues[(index - 1 + hues.length) % hues.length] },
      })),
      ...(limitLine
        ? [
            {
              type: 'line',
              name: limitLine.name,
              data: [
                [fromMs, limitLine.value],
                [untilMs, limitLine.value],
              ],
              symbol: 'none',
              lineStyle: { width: 1.4, type: 'dashed' },
              ...(limitLine.isFloor ? { areaStyle: { origin: 'start', opacity: 0.16 } } : {}),
              itemStyle: { color: colors.second },
            },
          ]
        : []),
    ],
  };
}

/** A measurement between two gaps is no line: it is drawn as a dot. */
function toItem(
  point: TimeLine['points'][number],
  index: number,
  points: TimeLine['points'],
): { value: TimeLine['points'][number]; symbol: string; symbolSize: number } {
  const isAlone = [points[index - 1], points[index + 1]].every(
    (one) => (one?.[1] ?? null) === null,
  );
  return { value: point, symbol: isAlone ? 'circle' : 'none', symbolSize: 5 };
}

interface Hovered {
  readonly seriesName: string;
  readonly value: readonly [number, number | null];
}

function tooltipOf(
  points: readonly Hovered[],
  format: (value: number) => string,
  formatTime: (atMs: number) => string,
) {
  const atMs = points[0]?.value[0];
  if (atMs === undefined) return '';
  return tooltipContent({
    title: formatTime(atMs),
    lines: points.flatMap(({ seriesName, value: [, value] }) =>
      value === null ? [] : [{ name: seriesName, value: format(value), note: '' }],
    ),
  });
}
