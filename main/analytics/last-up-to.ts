/** What a commit tells of its place in time; null for one that says nothing, such as compaction. */
export type MarkOf = (version: number) => Promise<number | null>;

/**
 * The last of rising `versions` whose mark is at most `limit`, by bisection: marks never fall, and a
 * version without one has the mark of those before it. Null when the first is beyond it already.
 */
export async function lastUpTo(
  versions: readonly number[],
  markOf: MarkOf,
  limit: number,
): Promise<number | null> {
  let [low, high] = [-1, versions.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    let marked = middle;
    let mark = await markOf(versions[marked]!);
    while (mark === null && marked - 1 > low) mark = await markOf(versions[--marked]!);
    if (mark === null || mark <= limit) low = middle;
    else high = marked;
  }
  return low === -1 ? null : versions[low]!;
}
