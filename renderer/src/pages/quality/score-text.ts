import { missing } from '../../format/missing';
import { locale } from '../../languages/language';

/**
 * A score of 0 to 1 as a percentage, cut after two decimals, never rounded up: `99.99 %` is not
 * `100 %`, because one bad row fails a threshold of 1. Null is "—".
 */
export function formatScore(score: number | null): string {
  if (score === null) return missing;
  // The tiny amount keeps 0.9999 from being cut to 99.98 for the way it is stored.
  const percent = Math.floor(score * 10_000 + 1e-7) / 100;
  return `${percent.toLocaleString(locale(), { maximumFractionDigits: 2 })}\u202f%`;
}
