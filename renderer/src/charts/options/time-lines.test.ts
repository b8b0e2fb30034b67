import { expect, it } from 'vitest';
import { timeLinesOption } from './time-lines';
import type { TimeLines } from './time-lines';

const colors = {
  ...{ text: '#000', secondaryText: '#444', gridLine: '#ddd', surface: '#fff' },
  ...{ accent: '#00f', second: '#a50', fontFamily: 'sans-serif' },
};
const draw = (chart: Partial<TimeLines>) =>
  timeLinesOption(
    {
      lines: [{ name: 'a', points: [[0, 1]] }],
      ...{ fromMs: 0, untilMs: 10, limit: null, summary: 's', hues: ['#00f'] },
      ...{ format: String, formatTime: String, ...chart },
    },
    colors,
  ) as unknown as {
    yAxis: { min: number; max?: number };
    series: { name: string; areaStyle?: { origin?: string } }[];
  };

it('a limit far above the lines is not drawn, a floor always is, as a band', () => {
  const limit = { name: 'limit', value: 100 };
  expect(draw({ limit }).series.map(({ name }) => name)).toEqual(['a']);
  const [, floor] = draw({ limit: { ...limit, isFloor: true } }).series;
  expect([floor?.name, floor?.areaStyle?.origin]).toEqual(['limit', 'start']);
});

it('begins at 0 unless a range is asked for, and fills only what is an area', () => {
  expect(draw({}).yAxis).toMatchObject({ min: 0 });
  expect(draw({ range: { from: 0.9, until: 1 } }).yAxis).toMatchObject({ min: 0.9, max: 1 });
  expect(draw({}).series[0]?.areaStyle).toBeUndefined();
  expect(draw({ isArea: true }).series[0]?.areaStyle).toBeDefined();
});
