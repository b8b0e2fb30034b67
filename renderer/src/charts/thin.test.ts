import { describe, expect, it } from 'vitest';
import { thin } from './thin';

describe('thinned lines', () => {
  it('keep every position of a short line', () => {
    expect(thin(3, [[1, 2, 3]])).toEqual([0, 1, 2]);
  });

  it('keep at most 2,000 positions, with every peak and pit, first and last', () => {
    const flat = Array.from({ length: 100_000 }, () => 5);
    const peaks: (number | null)[] = [...flat];
    peaks[43_210] = 900;
    peaks[77_777] = -900;
    peaks[12] = null;
    const kept = thin(flat.length, [flat, peaks]);
    expect(kept.length).toBeLessThanOrEqual(2_000);
    expect(kept.length).toBeGreaterThan(600);
    for (const at of [0, 43_210, 77_777, 99_999]) expect(kept).toContain(at);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
  });

  it('pass over stretches without a value', () => {
    expect(thin(10, [Array(10).fill(null)], 4)).toEqual([0, 9]);
  });
});
