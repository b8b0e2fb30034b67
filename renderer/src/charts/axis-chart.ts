import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTheme } from './chart-theme';
import { tooltipContent } from './tooltip-content';
import type { TooltipText } from './tooltip-content';

/** Texts of an axis in the theme's colours. */
export const axisLabel = (colors: ChartTheme) => ({
  color: colors.secondaryText,
  fontFamily: colors.fontFamily,
  fontSize: 12,
  hideOverlap: true,
});

/**
 * What every chart with axes has: no animation, room for the labels, a sentence instead of the
 * picture, and one tooltip for each position, whose lines `tooltip` gives.
 */
export function axisChart(
  colors: ChartTheme,
  summary: string,
  tooltip: (index: number) => TooltipText | null,
): EChartsCoreOption {
  return {
    animation: false,
    aria: { enabled: true, label: { description: summary } },
    grid: { left: 12, right: 20, top: 16, bottom: 8, containLabel: true },
    textStyle: { fontFamily: colors.fontFamily },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: colors.secondaryText } },
      confine: true,
      transitionDuration: 0,
      className: 'chart-tooltip',
      formatter: (points: unknown) => {
        const index = (points as { dataIndex: number }[])[0]?.dataIndex ?? 0;
        const text = tooltip(index);
        return text ? tooltipContent(text) : '';
      },
    },
  };
}
