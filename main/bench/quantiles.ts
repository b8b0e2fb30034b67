import type { Quantiles } from './bench-report';

/** Nearest rank; all 0 for no values. */
export function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Median of each tenth of the values, in order; fewer when there are fewer values. */
export function medianByTenth(values: readonly number[]): number[] {
  const size = Math.max(1, Math.ceil(values.length / 10));
  const tenths: number[] = [];
  for (let from = 0; from < values.length; from += size) {
    tenths.push(quantiles(values.slice(from, from + size)).p50);
  }
  return tenths;
}
