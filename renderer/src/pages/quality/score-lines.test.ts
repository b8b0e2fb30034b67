import { expect, it } from 'vitest';
import { scoreFloor, scoreLines } from './score-lines';
import type { Score } from './score-lines';

const score = (scope: Score['scope'], minutes: number, value: number): Score => ({
  ...{ check: 'c', scope },
  ...{ atMs: minutes * 60_000, score: value },
});

it('draws all rows and the newest rows apart, with a gap where nothing was looked at', () => {
  const lines = scoreLines([score('table', 0, 1), score('batch', 0, 0.5), score('table', 30, 0.9)]);
  expect(lines.map(({ name, points }) => [name, points])).toEqual([
    [
      'All rows',
      [
        [0, 1],
        [1, null],
        [1_800_000, 0.9],
      ],
    ],
    ['Newest rows', [[0, 0.5]]],
  ]);
});

it('begins the axis below the threshold and the lowest score, never below 0', () => {
  expect(scoreFloor([score('table', 0, 1)], 0.99)).toBe(0.987);
  expect(scoreFloor([score('table', 0, 0)], 0.99)).toBe(0);
  expect(scoreFloor([score('table', 0, 1)], 1)).toBe(0.999);
});
