import type { TableName } from '../contract/delta';
import type { Lake } from '../delta/lake';
import { containedSilverVersion } from './contained-silver-version';
import { lastUpTo } from './last-up-to';

/** A version of a table and when it was committed; null when the log no longer tells. */
export interface CommitTime {
  readonly version: number;
  readonly atMs: number | null;
}

/** When a version was committed. */
export async function commitTime(
  lake: Lake,
  table: TableName,
  version: number,
): Promise<CommitTime> {
  const reading = await (await lake.logOf(table)).readCommit(version);
  const atMs =
    reading.kind === 'read' ? (reading.actions.note.timestampMs ?? reading.fileTimeMs) : null;
  return { version, atMs };
}

/** The first version of a table with a transaction of `appId` of at least that version; or null. */
export async function firstWithTransaction(
  lake: Lake,
  table: TableName,
  markOfCommit: (transactions: readonly { appId: string; version: number }[]) => number | null,
  atLeast: number,
): Promise<CommitTime | null> {
  const log = await lake.logOf(table);
  const { commits } = await log.list();
  const markOf = async (version: number) => {
    const reading = await log.readCommit(version);
    return reading.kind === 'read' ? markOfCommit(reading.actions.transactions) : null;
  };
  const before = await lastUpTo(commits, markOf, atLeast - 1);
  for (const version of commits.filter((each) => before === null || each > before)) {
    const mark = await markOf(version);
    if (mark !== null && mark >= atLeast) return commitTime(lake, table, version);
  }
  return null;
}

/** Marks of an aggregate's commits: the Silver version that they contain. */
export function silverVersionOf(
  transactions: readonly { appId: string; version: number }[],
): number | null {
  return containedSilverVersion(
    transactions.map(({ appId, version }) => [appId, version] as const),
  );
}
