/** One batch's record ages as evenly spaced quantiles, standing for `count` records. */
interface LatencySample {
  readonly atMs: number;
  readonly count: number;
  readonly quantilesMs: readonly number[];
}

/**
 * End-to-end latency over the last minute, merged from each batch's quantiles: every quantile
 * stands for an equal share of its batch's records, so the merged figure is good to about 5 %.
 */
export class LatencyWindow {
  private samples: LatencySample[] = [];

  constructor(private readonly spanMs = 60_000) {}

  add(atMs: number, count: number, quantilesMs: readonly number[]): void {
    if (count === 0 || quantilesMs.length === 0) return;
    this.samples.push({ atMs, count, quantilesMs });
    this.samples = this.samples.filter((sample) => atMs - sample.atMs <= this.spanMs);
  }

  clear(): void {
    this.samples = [];
  }

  /** p50, p95 and p99 in milliseconds; null when no record was seen in the span before `nowMs`. */
  read(nowMs: number): { p50: number; p95: number; p99: number } | null {
    const points = this.samples
      .filter((sample) => nowMs - sample.atMs <= this.spanMs)
      .flatMap(({ count, quantilesMs }) =>
        quantilesMs.map((ms) => ({ ms, weight: count / quantilesMs.length })),
      )
      .sort((a, b) => a.ms - b.ms);
    const total = points.reduce((sum, point) => sum + point.weight, 0);
    if (total === 0) return null;
    const at = (share: number) => {
      let passed = 0;
      return points.find((point) => (passed += point.weight) >= share * total - 1e-9)!.ms;
    };
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  }
}
