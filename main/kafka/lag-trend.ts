/** Lag of a topic or of one partition at one moment. */
export interface LagSample {
  readonly atMs: number;
  readonly lag: number;
}

/** Long enough to smooth the steps that micro-batches make, short enough to follow a change. */
const windowMs = 30_000;
const fewestSamples = 5;

/**
 * How fast the lag changes, in records per second over the last 30 seconds (least squares), and in
 * how many seconds it is 0 at that pace. Both null with fewer than five samples; the second also
 * while the lag does not fall.
 */
export function lagTrend(
  samples: readonly LagSample[],
  nowMs: number,
): { trendPerSecond: number | null; secondsToZero: number | null } {
  const recent = samples.filter(({ atMs }) => atMs > nowMs - windowMs);
  if (recent.length < fewestSamples) return { trendPerSecond: null, secondsToZero: null };
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const seconds = recent.map(({ atMs }) => (atMs - nowMs) / 1000);
  const lags = recent.map(({ lag }) => lag);
  const [middle, level] = [mean(seconds), mean(lags)];
  const spread = mean(seconds.map((at) => (at - middle) ** 2));
  if (spread === 0) return { trendPerSecond: null, secondsToZero: null };
  const trendPerSecond =
    mean(seconds.map((at, index) => (at - middle) * (lags[index]! - level))) / spread;
  const newest = lags.at(-1)!;
  const isFalling = trendPerSecond < 0;
  const secondsToZero = newest === 0 ? 0 : isFalling ? newest / -trendPerSecond : null;
  return { trendPerSecond, secondsToZero };
}
