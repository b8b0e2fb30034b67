import { expect, it } from 'vitest';
import { AlertBook } from './alert-book';
import { defaultLimits } from '../contract/alert-limits';
import { RecentRejections } from './recent-rejections';
import { judge } from './rules';
import type { Signals } from './signals';

const healthy: Signals = {
  nowMs: 0,
  isRunning: true,
  isProducing: true,
  triggerIntervalMs: 2_000,
  lagRecords: 0,
  lagSeconds: 0,
  bronzeAgeMs: 1_000,
  latencyP95Ms: 1_000,
  batchMs: 400,
  windowRevenues: Array.from({ length: 25 }, (_, at) => (at % 2 === 0 ? 95 : 105)),
  checks: [{ check: 'c', passed: true, score: 1, threshold: 1 }],
  rejectedShare: 0,
  freeBytes: 1e12,
};
const windows = (count: number, last: number) => [...healthy.windowRevenues!.slice(-count), last];
const failing = [{ check: 'c', passed: false, score: 0.9, threshold: 1 }];

const statesOf = (signals: Partial<Signals>) =>
  Object.fromEntries(
    judge({ ...healthy, ...signals }, defaultLimits).map(({ rule, state }) => [rule, state]),
  );

it('says of a healthy pipeline that all is good', () => {
  expect(new Set(Object.values(statesOf({})))).toEqual(new Set(['good']));
});

it.each<[string, string, Partial<Signals>]>([
  ['lag', 'bad', { lagRecords: 1_001 }],
  ['lag', 'bad', { lagSeconds: 31 }],
  ['lag', 'between', { lagRecords: 1_000 }],
  ['lag', 'good', { lagRecords: 500 }],
  ['lag', 'unknown', { lagRecords: null }],
  ['lag', 'off', { lagRecords: 5_000, isRunning: false }],
  ['staleness', 'bad', { bronzeAgeMs: 20_001 }],
  ['staleness', 'good', { bronzeAgeMs: 20_000 }],
  ['staleness', 'off', { bronzeAgeMs: 99_000, isProducing: false }],
  ['latency', 'bad', { latencyP95Ms: 3_001 }],
  ['latency', 'off', { latencyP95Ms: 9_000, triggerIntervalMs: 30_000 }],
  ['batchTime', 'bad', { batchMs: 1_001 }],
  ['batchTime', 'good', { batchMs: 1_000 }],
  ['batchTime', 'unknown', { batchMs: null }],
  ['batchTime', 'off', { batchMs: 9_000, triggerIntervalMs: 30_000 }],
  ['revenueDrop', 'bad', { windowRevenues: windows(12, 49.9) }],
  ['revenueDrop', 'good', { windowRevenues: windows(12, 50.1) }],
  ['revenueDrop', 'unknown', { windowRevenues: windows(11, 0) }],
  ['revenueAnomaly', 'bad', { windowRevenues: windows(24, 116) }],
  ['revenueAnomaly', 'good', { windowRevenues: windows(24, 114) }],
  ['revenueAnomaly', 'unknown', { windowRevenues: windows(23, 999) }],
  ['quality', 'bad', { checks: failing }],
  ['rejected', 'bad', { rejectedShare: 0.011 }],
  ['rejected', 'good', { rejectedShare: 0.01 }],
  ['diskLow', 'bad', { freeBytes: 1e9 }],
  ['diskFull', 'good', { freeBytes: 1e9 }],
  ['diskFull', 'bad', { freeBytes: 1e8 }],
])('%s is %s for %o', (rule, state, signals) => {
  expect(statesOf(signals)[rule]).toBe(state);
});

/** Takes the lag of each second; returns what was raised (+) and cleared (-), with its second. */
function follow(lags: readonly (number | null)[], stopsAt = Infinity): string[] {
  const book = new AlertBook('p');
  return lags.flatMap((lagRecords, second) => {
    const signals = { ...healthy, lagRecords, isRunning: second < stopsAt };
    return book
      .take(judge(signals, { ...defaultLimits, lagHoldMs: 3_000 }), second * 1_000)
      .map(({ rule, clearedAtMs }) => `${clearedAtMs === null ? '+' : '-'}${rule}@${second}`);
  });
}

it('raises once after the hold, and clears once after the same hold below half', () => {
  expect(follow([2e3, 2e3, 2e3, 2e3, 2e3, 900, 900, 900, 900, 9, 9, 9, 9, 9])).toEqual([
    '+lag@3',
    '-lag@12',
  ]);
});

it('a lag that is over the limit now and then raises nothing', () => {
  expect(follow([2e3, 2e3, 9, 2e3, 2e3, 9, 2e3, 2e3, 800, 2e3])).toEqual([]);
});

it('what is not known changes nothing, and a stopped pipeline clears at once', () => {
  expect(follow([2e3, null, null, 2e3, 2e3, null, 2e3], 6)).toEqual(['+lag@3', '-lag@6']);
});

it('an alert keeps the figures of its beginning, and is listed as over when it is', () => {
  const book = new AlertBook('p');
  book.take(judge({ ...healthy, checks: failing }, defaultLimits), 5);
  expect(book.read().active).toMatchObject([
    { rule: 'quality', subject: 'c', value: 0.9, limit: 1, raisedAtMs: 5, clearedAtMs: null },
  ]);
  book.take(judge(healthy, defaultLimits), 9);
  expect(book.read()).toMatchObject({
    active: [],
    recent: [{ rule: 'quality', raisedAtMs: 5, clearedAtMs: 9 }],
  });
});

it('tells the rejected share of the last records once there are enough', () => {
  const recent = new RecentRejections(() => 1_000);
  const rejected = (rule: number) => ({ parse: 0, schema: 0, rule });
  const rest = { bronze: 0, silver: 0, duplicates: 0, late: 0 };
  recent.add({ ...rest, input: 600, rejected: rejected(60) });
  expect(recent.read()).toBeNull();
  recent.add({ ...rest, input: 400, rejected: rejected(0) });
  expect(recent.read()).toBe(0.06);
  recent.add({ ...rest, input: 600, rejected: rejected(0) });
  expect(recent.read()).toBe(0);
});
