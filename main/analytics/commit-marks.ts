import type { TableTransaction } from '../delta/delta-actions';
import { containedSilverVersion } from './contained-silver-version';

/** Whose work a commit is; null where its transactions do not say. */
export interface CommitMarks {
  /** The micro-batch that wrote a table of rows. */
  readonly batchId: number | null;
  /** The version of Silver that an aggregate contains since this commit. */
  readonly silverVersion: number | null;
}

/** Reads a commit's transactions: a table of rows is written once a batch, under its number. */
export function toCommitMarks(transactions: readonly TableTransaction[]): CommitMarks {
  const marks = transactions.map(({ appId, version }) => [appId, version] as const);
  const silverVersion = containedSilverVersion(marks);
  const batchId = silverVersion === null ? (transactions.at(-1)?.version ?? null) : null;
  return { batchId, silverVersion };
}
