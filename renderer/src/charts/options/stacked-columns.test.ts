import { expect, it } from 'vitest';
import type { ChartTheme } from '../chart-theme';
import { stackedColumnsOption } from './stacked-columns';

const colors = { text: '#000', surface: '#fff' } as ChartTheme;
const option = (level: { name: string; value: number } | null) =>
  stackedColumnsOption({
    positions: ['1', '2', '3'],
    parts: [
      { name: 'read', values: [1, 2, 3], color: '#111' },
      { name: 'bronze', values: [4, 5, 6], color: '#222' },
    ],
    level,
    colors,
    summary: 'three columns',
    format: String,
    tooltip: () => null,
  }) as {
    animation: boolean;
    yAxis: { min: number };
    series: { stack?: string; data: number[]; itemStyle: { decal?: object } }[];
  };

it('stacks the parts from 0 up, without animation, neighbours told apart by stripes', () => {
  const { animation, yAxis, series } = option(null);
  expect([animation, yAxis.min]).toEqual([false, 0]);
  expect(series.map(({ stack }) => stack)).toEqual(['parts', 'parts']);
  expect(series.map(({ itemStyle }) => itemStyle.decal !== undefined)).toEqual([false, true]);
});

it('draws the level across all columns, and none where there is none', () => {
  expect(option({ name: 'trigger', value: 200 }).series[2]?.data).toEqual([200, 200, 200]);
  expect(option(null).series).toHaveLength(2);
});
