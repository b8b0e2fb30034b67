import type { MeasuredPoint } from '../contract/lag-history';
import type { Cell } from '../contract/query';

/** Samples come every 5 s; after three that are missing nothing was measured. */
const gapMs = 15_000;

/** Points of a line at most. */
export const mostPoints = 2_000;
/** Of a part of the time: its lowest, its highest, and where a gap begins. */
export const pointsOfPart = 3;

/**
 * SELECT list of one part of a line over `ms`, `value` and `step` (the time since the sample before):
 * when the lowest, the highest and the longest gap were. `pointsOf` reads it.
 */
export const partColumns =
  'min_by(ms, value), min(value), max_by(ms, value), max(value), min(ms), max(step), max_by(ms, step)';

/** The points of one part, oldest first; null where nothing was known, or a gap begins. */
export function pointsOf(part: readonly (Cell | undefined)[]): MeasuredPoint[] {
  const [lowAt, low, highAt, high, firstAt, step, stepAt] = part.map((cell) =>
    cell === null || cell === undefined ? null : Number(cell),
  );
  if (low === null || low === undefined) return [[firstAt!, null]];
  const points: MeasuredPoint[] = [[lowAt!, low]];
  if (highAt !== lowAt) points.push([highAt!, high!]);
  if (step! > gapMs) points.push([stepAt! - 1, null]);
  return points.sort(([a], [b]) => a - b);
}
