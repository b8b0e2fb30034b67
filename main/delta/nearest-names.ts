/** More names than these are no help. */
const mostShown = 12;

/**
 * The known names that a person most likely meant, nearest first, at most `count`; where none is
 * near, those that are known, at most twelve of them.
 */
export function nearestNames(name: string, known: readonly string[], count = 3): string[] {
  const near = known
    .map((candidate) => ({ candidate, distance: distanceOf(name, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, candidate.length / 3))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return near.length > 0
    ? near.slice(0, count).map(({ candidate }) => candidate)
    : known.slice(0, mostShown);
}

/** A name given without its layer is as near as its table part. */
function distanceOf(name: string, candidate: string): number {
  const wanted = name.toLowerCase();
  // A part of a name that is long enough to mean it.
  if (wanted.length > 3 && candidate.toLowerCase().includes(wanted)) return 1;
  const whole = editDistance(wanted, candidate);
  const tablePart = candidate.slice(candidate.indexOf('.') + 1);
  return Math.min(whole, 1 + editDistance(wanted.slice(wanted.indexOf('.') + 1), tablePart));
}

/** Number of single-character insertions, deletions and replacements between two words. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
