/** Positions that are drawn at most (ux.md section 11). */
export const mostPoints = 2_000;

/**
 * The positions of lines that are drawn: all of them up to `most`, else of each stretch the first,
 * the last, and of every line the lowest and the highest, so that no peak is lost. In rising order.
 */
export function thin(
  length: number,
  lines: readonly (readonly (number | null)[])[],
  most = mostPoints,
): number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  const perStretch = 2 * lines.length + 2;
  const stretches = Math.max(1, Math.floor(most / perStretch));
  const kept = new Set<number>();
  for (let stretch = 0; stretch < stretches; stretch++) {
    const first = Math.floor((stretch * length) / stretches);
    const last = Math.floor(((stretch + 1) * length) / stretches) - 1;
    kept.add(first).add(last);
    for (const values of lines) for (const at of extremes(values, first, last)) kept.add(at);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Where a line is lowest and highest between two positions; empty where it has no value. */
function extremes(values: readonly (number | null)[], first: number, last: number): number[] {
  let [low, high] = [-1, -1];
  for (let at = first; at <= last; at++) {
    const value = values[at];
    if (value === null || value === undefined) continue;
    if (low < 0 || value < values[low]!) low = at;
    if (high < 0 || value > values[high]!) high = at;
  }
  return low < 0 ? [] : [low, high];
}
