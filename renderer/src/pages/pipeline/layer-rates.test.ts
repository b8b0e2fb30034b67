import { describe, expect, it } from 'vitest';
import { microBatch } from '../../fixtures/batch-fixtures';
import { layerRates } from './layer-rates';

/** A batch of 500 records each second, the last one at `lastMs`. */
const steady = (count: number, lastMs: number) =>
  Array.from({ length: count }, (_, index) =>
    microBatch(index, { endedAtMs: lastMs - (count - 1 - index) * 1_000 }),
  );

describe('rows per second', () => {
  it('are those of the last seconds, whatever moment they are asked for', () => {
    for (const nowMs of [100_000, 100_400, 100_900])
      expect(layerRates(steady(50, 100_000), nowMs).read).toBe(500);
    expect(layerRates(steady(5, 100_000), 100_200)).toEqual({
      ...{ read: 500, bronze: 498, silver: 495, gold: 493, rejected: 3 },
    });
  });

  it('fall when batches stay away, and to 0 in the end', () => {
    const batches = steady(50, 100_000);
    expect(layerRates(batches, 110_000).read).toBeLessThan(500);
    expect(layerRates(batches, 140_000).read).toBe(0);
  });

  it('are not known without a batch', () => {
    expect(layerRates([], 100_000).read).toBeNull();
  });
});
