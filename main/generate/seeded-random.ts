import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws of one event. Each event has its own, seeded by (seed, sequence): no state to carry. */
export interface SeededRandom {
  /** Whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** One of the items, all equally likely. */
  oneOf<T>(items: readonly T[]): T;
  /** One of the items, each as likely as its share of the weights (whole numbers from 1). */
  weighted<T extends { readonly weight: number }>(items: readonly T[]): T;
  /** Number in [0, 1) with 32 random bits. */
  fraction(): number;
}

/** Mixes two 32-bit words so that neighbouring sequences start far apart (MurmurHash3 finaliser). */
function mix(seed: number, sequence: number): number {
  let word = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(sequence, 0xc2b2ae35);
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) | 0;
}

/** The draws of event `sequence` under `seed`. */
export function seededRandom(seed: number, sequence: number): SeededRandom {
  const generator = xoroshiro128plus(mix(seed, sequence));
  const integer = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    integer,
    oneOf: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('oneOf needs at least one item');
      return item;
    },
    weighted: (items) => {
      let left = integer(
        1,
        items.reduce((sum, { weight }) => sum + weight, 0),
      );
      const item = items.find(({ weight }) => (left -= weight) <= 0);
      if (item === undefined) throw new RangeError('weighted needs at least one item');
      return item;
    },
    fraction: () => integer(0, 0xffffffff) / 0x1_0000_0000,
  };
}
