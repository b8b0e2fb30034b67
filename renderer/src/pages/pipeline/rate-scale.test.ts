import { describe, expect, it } from 'vitest';
import { clampRate, positionToRate, ratePositions, rateToPosition } from './rate-scale';

describe('rate scale', () => {
  it('spans the whole range', () => {
    expect([positionToRate(0), positionToRate(ratePositions)]).toEqual([0.5, 5000]);
  });

  it('puts the middle of the slider at the geometric middle', () => {
    expect(positionToRate(ratePositions / 2)).toBe(50);
    expect(rateToPosition(50)).toBe(ratePositions / 2);
  });

  it('comes back to the same position', () => {
    for (const rate of [0.5, 1, 12, 500, 5000])
      expect(positionToRate(rateToPosition(rate))).toBeCloseTo(rate, rate < 10 ? 1 : -1);
  });

  it('keeps typed rates inside the allowed range', () => {
    expect([clampRate(0), clampRate(7), clampRate(1e6)]).toEqual([0.5, 7, 5000]);
  });
});
