import { describe, expect, it } from 'vitest';
import { lagTrend } from './lag-trend';

const every = (lags: number[], stepMs = 1_000) =>
  lags.map((lag, index) => ({ atMs: (index + 1) * stepMs, lag }));

describe('the trend of the lag', () => {
  it('is the pace, and the time that is left at it', () => {
    const falling = lagTrend(every([1_000, 900, 800, 700, 600]), 5_000);
    expect(falling.trendPerSecond).toBeCloseTo(-100);
    expect(falling.secondsToZero).toBeCloseTo(6);
    const rising = lagTrend(every([0, 50, 100, 150, 200]), 5_000);
    expect(rising.trendPerSecond).toBeCloseTo(50);
    expect(rising.secondsToZero).toBeNull();
  });

  it('smooths the steps of micro-batches', () => {
    const sawtooth = every([...Array<number>(30).keys()].map((n) => (n % 3) * 100));
    expect(Math.abs(lagTrend(sawtooth, 30_000).trendPerSecond!)).toBeLessThan(2);
  });

  it('is known from five samples of the last half minute on', () => {
    const none = { trendPerSecond: null, secondsToZero: null };
    expect(lagTrend(every([9, 8, 7, 6]), 4_000)).toEqual(none);
    expect(lagTrend(every([9, 8, 7, 6, 5]), 60_000)).toEqual(none);
    expect(lagTrend(every([5, 5, 5, 5, 5], 0), 0)).toEqual(none);
  });

  it('needs no time when nothing is unread', () => {
    expect(lagTrend(every([400, 300, 200, 100, 0]), 5_000).secondsToZero).toBe(0);
    expect(lagTrend(every([0, 0, 0, 0, 0]), 5_000)).toEqual({
      trendPerSecond: 0,
      secondsToZero: 0,
    });
  });
});
