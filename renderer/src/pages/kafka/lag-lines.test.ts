import { expect, it } from 'vitest';
import type { LagHistory } from '../../../../main/contract/lag-history';
import { showsLimit, timeLinesOption } from '../../charts/options/time-lines';
import { timeMoments } from '../../charts/time-moments';
import { lagExtremes, lagLines } from './lag-lines';

const history: LagHistory = {
  topic: 't',
  fromMs: 0,
  untilMs: 60_000,
  samples: 3,
  lines: [
    {
      partition: null,
      records: [
        [10_000, 12],
        [15_000, null],
        [20_000, 4],
      ],
      seconds: [[10_000, 1.2]],
    },
    { partition: 0, records: [[10_000, 10]], seconds: [] },
    { partition: 1, records: [[20_000, 2]], seconds: [] },
  ],
};
const colors = {
  text: '#111',
  secondaryText: '#222',
  gridLine: '#333',
  surface: '#fff',
  accent: '#00f',
  second: '#f80',
  fontFamily: 'x',
};

it('has the topic first, then its partitions, but no second line of a single partition', () => {
  expect(lagLines(history, 'records').map(({ name }) => name)).toEqual([
    'Whole topic',
    'Partition 0',
    'Partition 1',
  ]);
  const single = { ...history, lines: history.lines.slice(0, 2) };
  expect(lagLines(single, 'seconds').map(({ points }) => points)).toEqual([[[10_000, 1.2]]]);
});

it('puts the points of all lines at their times, newest first', () => {
  expect(timeMoments(lagLines(history, 'records'))).toEqual([
    { atMs: 20_000, values: [4, undefined, 2] },
    { atMs: 15_000, values: [null, undefined, undefined] },
    { atMs: 10_000, values: [12, 10, undefined] },
  ]);
  expect(lagExtremes(lagLines(history, 'records')[0]!)).toEqual({
    newest: 4,
    highest: [10_000, 12],
  });
});

it('draws gaps as gaps, from 0 on, and the limit only where the lines come near it', () => {
  const lines = lagLines(history, 'records');
  const chart = (limit: number) =>
    timeLinesOption(
      {
        ...{ lines, fromMs: 0, untilMs: 60_000, summary: '' },
        limit: { name: 'Limit', value: limit },
        hues: ['#00f', '#0f0'],
        format: String,
        formatTime: String,
      },
      colors,
    ) as {
      yAxis: { min: number };
      series: { name: string; data: unknown; connectNulls?: boolean }[];
    };
  const near = chart(100);
  expect(near.yAxis.min).toBe(0);
  expect(near.series[0]).toMatchObject({ connectNulls: false });
  // Each of the two stands alone beside the gap, so that it is a dot.
  expect(near.series[0]!.data).toMatchObject([
    { value: [10_000, 12], symbol: 'circle' },
    { value: [15_000, null] },
    { value: [20_000, 4], symbol: 'circle' },
  ]);
  expect(near.series.at(-1)).toMatchObject({
    name: 'Limit',
    data: [
      [0, 100],
      [60_000, 100],
    ],
  });
  expect(chart(1_000).series.map(({ name }) => name)).not.toContain('Limit');
  expect(showsLimit(lines, 240)).toBe(true);
  expect(showsLimit(lines, 241)).toBe(false);
});
