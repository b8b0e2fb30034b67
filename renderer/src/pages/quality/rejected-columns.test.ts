import { expect, it } from 'vitest';
import { rejectedColumns } from './rejected-columns';

const report = (history: [atMs: number, rule: string, rows: number][]) => ({
  atMs: 4_000,
  tableVersion: 1,
  fromMs: 1_000,
  untilMs: 3_999,
  partMs: 1_000,
  counts: [],
  history: history.map(([atMs, rule, rows]) => ({ atMs, stage: 'rule', rule, rows })),
});

it('has a column for each part of the time, the busiest rule first', () => {
  const { times, parts } = rejectedColumns(
    report([
      [1_000, 'a', 1],
      [3_000, 'b', 5],
      [3_000, 'a', 1],
    ]),
  );
  expect(times).toEqual([1_000, 2_000, 3_000]);
  expect(parts).toEqual([
    { rule: 'b', values: [0, 0, 5] },
    { rule: 'a', values: [1, 0, 1] },
  ]);
});

it('draws the rules beyond five as one, so that none is lost', () => {
  const rules = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const { parts } = rejectedColumns(report(rules.map((rule, at) => [2_000, rule, 10 - at])));
  expect(parts.map(({ rule }) => rule)).toEqual(['a', 'b', 'c', 'd', 'e', null]);
  expect(parts.at(-1)!.values).toEqual([0, 5 + 4, 0]);
});
