/** An age, and how many records have it. */
interface WeightedAge {
  readonly ms: number;
  readonly weight: number;
}

/** What was added within one second. */
interface Slice {
  readonly second: number;
  /** When the newest of it was added. */
  atMs: number;
  ages: WeightedAge[];
}

/** A slice is thinned to so many ages when it has twice as many. */
const keptAges = 100;

/**
 * End-to-end latency over the last minute, merged from evenly spaced quantiles: each stands for an
 * equal share of its records, so the merged figure is good to about 5 %. Memory is bounded whatever
 * comes: a producer that sends a million records a minute adds a million ages.
 */
export class LatencyWindow {
  private slices: Slice[] = [];

  constructor(private readonly spanMs = 60_000) {}

  /** `quantilesMs`: evenly spaced quantiles of the ages of `count` records, or all of their ages. */
  add(atMs: number, count: number, quantilesMs: readonly number[]): void {
    if (count === 0 || quantilesMs.length === 0) return;
    const slice = this.sliceAt(atMs);
    slice.atMs = atMs;
    const weight = count / quantilesMs.length;
    for (const ms of quantilesMs) {
      slice.ages.push({ ms, weight });
      if (slice.ages.length >= 2 * keptAges) slice.ages = thinned(slice.ages);
    }
  }

  clear(): void {
    this.slices = [];
  }

  /** p50, p95 and p99 in milliseconds; null when no record was seen in the span before `nowMs`. */
  read(nowMs: number): { p50: number; p95: number; p99: number } | null {
    const ages = this.slices
      .filter(({ atMs }) => nowMs - atMs <= this.spanMs)
      .flatMap((slice) => slice.ages);
    const [p50, p95, p99] = quantilesOf(ages, [0.5, 0.95, 0.99]);
    return p50 === undefined ? null : { p50, p95: p95!, p99: p99! };
  }

  private sliceAt(atMs: number): Slice {
    const second = Math.floor(atMs / 1000);
    const last = this.slices.at(-1);
    if (last?.second === second) return last;
    const slice = { second, atMs, ages: [] };
    this.slices = [...this.slices.filter((one) => atMs - one.atMs <= this.spanMs), slice];
    return slice;
  }
}

/** As many of the same total weight as are kept, in the middle of their shares. */
function thinned(ages: WeightedAge[]): WeightedAge[] {
  const shares = Array.from({ length: keptAges }, (_, index) => (index + 0.5) / keptAges);
  const weight = totalOf(ages) / keptAges;
  return quantilesOf(ages, shares).map((ms) => ({ ms, weight }));
}

/** By rising share, 0 to 1, the age that so much of the weight does not exceed; none of no ages. */
function quantilesOf(ages: WeightedAge[], shares: readonly number[]): number[] {
  const sorted = ages.sort((a, b) => a.ms - b.ms);
  if (sorted.length === 0) return [];
  const total = totalOf(sorted);
  let index = 0;
  let passed = sorted[0]!.weight;
  return shares.map((share) => {
    while (passed < share * total - 1e-9 && index < sorted.length - 1) {
      index += 1;
      passed += sorted[index]!.weight;
    }
    return sorted[index]!.ms;
  });
}

const totalOf = (ages: readonly WeightedAge[]) => ages.reduce((sum, { weight }) => sum + weight, 0);
