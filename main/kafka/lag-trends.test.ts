import { expect, it } from 'vitest';
import type { TopicLagNow } from './consumer-lag';
import { LagTrends } from './lag-trends';

const sample = (atMs: number, lags: (number | null)[]): TopicLagNow => ({
  topic: 't',
  atMs,
  lag: lags.reduce<number | null>(
    (sum, lag) => (sum === null || lag === null ? null : sum + lag),
    0,
  ),
  lagSeconds: null,
  queryLag: null,
  queryReportedAtMs: null,
  partitions: lags.map((lag, partition) => ({
    partition,
    logStartOffset: 0,
    logEndOffset: 100,
    currentOffset: lag === null ? null : 100 - lag,
    lag,
    queryLag: null,
    lagSeconds: null,
  })),
});

it('tells the pace and the time to zero of each partition by itself', () => {
  const trends = new LagTrends();
  const newest = sample(6_000, [40, 50]);
  for (const atMs of [1, 2, 3, 4, 5]) trends.add(sample(atMs * 1_000, [100 - atMs * 10, 50]));
  trends.add(newest);
  const { partitions, trendPerSecond } = trends.of(newest);
  expect(partitions[0]!.trendPerSecond).toBeCloseTo(-10);
  expect(partitions[0]!.secondsToZero).toBeCloseTo(4);
  expect(partitions[1]).toMatchObject({ trendPerSecond: 0, secondsToZero: null });
  expect(trendPerSecond).toBeCloseTo(-10);
});

it('knows no pace of a partition whose lag is not known', () => {
  const trends = new LagTrends();
  for (const atMs of [1, 2, 3, 4, 5]) trends.add(sample(atMs * 1_000, [null, 50]));
  const { partitions, trendPerSecond } = trends.of(sample(5_000, [null, 50]));
  expect(partitions[0]).toMatchObject({ trendPerSecond: null, secondsToZero: null });
  expect(partitions[1]!.trendPerSecond).toBe(0);
  expect(trendPerSecond).toBeNull();
});
