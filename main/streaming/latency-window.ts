/** Ages that differ by 2 % at most: how many records have them, and the sum of those records' ages. */
interface AgeBucket {
  weight: number;
  sumMs: number;
}

/** By the rising number of the bucket. */
type AgeBuckets = Map<number, AgeBucket>;

/** What was added within one second. */
interface Slice {
  readonly second: number;
  /** When the newest of it was added. */
  atMs: number;
  readonly buckets: AgeBuckets;
}

const bucketsPerE = 50;
/** Below it ages are not told apart. */
const leastMs = 0.01;

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
      const bucket = Math.round(Math.log(Math.max(ms, leastMs)) * bucketsPerE);
      addTo(slice.buckets, bucket, weight, ms * weight);
    }
  }

  clear(): void {
    this.slices = [];
  }

  /** p50, p95 and p99 in milliseconds; null when no record was seen in the span before `nowMs`. */
  read(nowMs: number): { p50: number; p95: number; p99: number } | null {
    const merged: AgeBuckets = new Map();
    for (const { atMs, buckets } of this.slices) {
      if (nowMs - atMs > this.spanMs) continue;
      for (const [bucket, { weight, sumMs }] of buckets) addTo(merged, bucket, weight, sumMs);
    }
    const ages = [...merged].sort(([a], [b]) => a - b).map(([, age]) => age);
    const total = ages.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return null;
    const at = (share: number) => {
      let passed = 0;
      const age = ages.find(({ weight }) => (passed += weight) >= share * total - 1e-9)!;
      return age.sumMs / age.weight;
    };
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  }

  private sliceAt(atMs: number): Slice {
    const second = Math.floor(atMs / 1000);
    const last = this.slices.at(-1);
    if (last?.second === second) return last;
    const slice = { second, atMs, buckets: new Map() };
    this.slices = [...this.slices.filter((one) => atMs - one.atMs <= this.spanMs), slice];
    return slice;
  }
}

function addTo(buckets: AgeBuckets, bucket: number, weight: number, sumMs: number): void {
  const found = buckets.get(bucket);
  if (found) {
    found.weight += weight;
    found.sumMs += sumMs;
  } else {
    buckets.set(bucket, { weight, sumMs });
  }
}
