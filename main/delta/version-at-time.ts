import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import type { TransactionLog } from './transaction-log';

/** A clock that is set back is made good as far as this many commits around the time asked for. */
const reach = 256;

/**
 * The version that was the newest at `atMs`. Commit times are made to rise as Spark does it: one that
 * is not later than the one before counts as a millisecond after it. Found by bisection, so that a
 * log of 100,000 commits costs a listing and some hundred small files. Fails with
 * `TABLE_TIME_UNKNOWN` before the earliest version that can be read and after the latest.
 */
export async function versionAtTime(
  table: TableName,
  log: TransactionLog,
  atMs: number,
): Promise<number> {
  const listing = await log.list();
  const { earliest, latest } = log.versionsOf(listing);
  const timed = new Map<number, Promise<number | null>>();
  const timeOf = (version: number) => {
    const known = timed.get(version) ?? log.commitTimeOf(version);
    timed.set(version, known);
    return known;
  };
  const versions = listing.commits.filter((version) => version >= earliest);
  const near = await bisect(versions, timeOf, atMs);
  const start = Math.max(0, near - reach);
  const around = versions.slice(start, near + reach);
  const rising = toRising(await Promise.all(around.map(timeOf)));
  const found = rising.findLastIndex((time) => time !== null && time <= atMs);
  const isLast = start + found === versions.length - 1;
  if (found !== -1 && !(isLast && rising[found]! < atMs)) return around[found]!;
  const [first, last] = [await timeOf(versions[0] ?? earliest), rising.at(-1) ?? null];
  throw failed('TABLE_TIME_UNKNOWN', {
    ...{ table, at: isoTime(atMs), earliest, latest },
    earliestAt: isoTime(first),
    latestAt: isoTime(last),
  });
}

/** Position of the last version whose own time is at most `atMs`; -1 for none. */
async function bisect(
  versions: readonly number[],
  timeOf: (version: number) => Promise<number | null>,
  atMs: number,
): Promise<number> {
  let [low, high] = [-1, versions.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const time = await timeOf(versions[middle]!);
    if (time === null || time <= atMs) low = middle;
    else high = middle;
  }
  return low;
}

function toRising(times: readonly (number | null)[]): (number | null)[] {
  let before = -Infinity;
  return times.map((time) => {
    if (time === null) return null;
    before = Math.max(time, before + 1);
    return before;
  });
}

const isoTime = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
