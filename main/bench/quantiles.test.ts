import { describe, expect, it } from 'vitest';
import { medianByTenth, quantiles } from './quantiles';

describe('quantiles', () => {
  it('are values of the list, by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantiles(values)).toEqual({ p50: 50, p95: 95, p99: 99 });
    expect(quantiles([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
    expect(quantiles([])).toEqual({ p50: 0, p95: 0, p99: 0 });
  });

  it('by tenth follow the order of the list', () => {
    const growing = Array.from({ length: 20 }, (_, index) => index);
    expect(medianByTenth(growing)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
    expect(medianByTenth([5, 6])).toEqual([5, 6]);
  });
});
