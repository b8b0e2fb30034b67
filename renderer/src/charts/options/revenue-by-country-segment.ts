import type { EChartsCoreOption } from 'echarts/core';
import { formatEuro, formatInteger, formatShortEuro } from '../../format/numbers';
import { t } from '../../languages/language';
import { byCountry, segmentsOf } from '../../pages/pipeline/revenue-rows';
import type { RevenueRow } from '../../pages/pipeline/revenue-rows';
import type { Theme } from '../../state/theme-store';
import type { ChartTheme } from '../chart-theme';
import { countryColor, segmentShade } from '../country-colors';
import { countryPattern } from '../country-patterns';
import { tooltipContent } from '../tooltip-content';

/**
 * One horizontal bar per country in its colour and pattern, highest on top, stacked by segment, each
 * in a shade of the colour. Axis in euro from 0, no animation. The drawn values are floats; exact figures
 * stay text in the tooltip, the table and the sum.
 */
export function revenueOption(
  rows: readonly RevenueRow[],
  theme: Theme,
  colors: ChartTheme,
  summary: string,
): EChartsCoreOption {
  const countries = byCountry(rows);
  const label = { color: colors.secondaryText, fontFamily: colors.fontFamily, fontSize: 12 };

  const series = segmentsOf(rows).map((segment) => ({
    type: 'bar',
    name: segment.label,
    stack: 'revenue',
    barMaxWidth: 44,
    barCategoryGap: '34%',
    data: countries.map((country) => {
      const row = country.rows.find((candidate) => candidate.segmentCode === segment.code);
      const color = countryColor(country.countryCode, theme);
      return {
        value: row ? Number(row.revenue) : null,
        itemStyle: {
          color: segmentShade(color, segment.shade, theme),
          borderColor: colors.surface,
          borderWidth: 1,
          decal: countryPattern(country.countryCode, theme),
        },
      };
    }),
  }));
  return {
    animation: false,
    aria: { enabled: true, label: { description: summary } },
    grid: { left: 8, right: 28, top: 8, bottom: 4, containLabel: true },
    textStyle: { fontFamily: colors.fontFamily },
    xAxis: {
      type: 'value',
      min: 0,
      // Few enough for a narrow panel: one that is left out would make the steps uneven.
      splitNumber: 3,
      axisLabel: { ...label, formatter: formatShortEuro, hideOverlap: true },
      splitLine: { lineStyle: { color: colors.gridLine } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: countries.map((country) => country.country),
      axisLabel: { ...label, color: colors.text, fontSize: 13 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.secondaryText } },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', z: 0 },
      confine: true,
      transitionDuration: 0,
      className: 'chart-tooltip',
      formatter: (points: unknown) => {
        const index = (points as { dataIndex: number }[])[0]?.dataIndex ?? 0;
        const country = countries[index];
        return country ? tooltipContent(tooltipLines(country)) : '';
      },
    },
    series,
  };
}

function tooltipLines(country: ReturnType<typeof byCountry>[number]) {
  return {
    title: country.country,
    lines: [
      ...country.rows.map((row) => ({
        name: row.segment,
        value: formatEuro(Number(row.revenue)),
        note: t('revenue.sales', { amount: formatInteger(Number(row.sales)) }),
      })),
      { name: t('revenue.total'), value: formatEuro(Number(country.revenue)), note: '' },
    ],
  };
}
