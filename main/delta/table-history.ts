import type { CommitNote, TableTransaction } from './delta-actions';
import type { TransactionLog } from './transaction-log';

/** One kept version of a table, as its commit tells it; null where the commit says nothing. */
export interface TableCommit extends Omit<CommitNote, 'timestampMs'> {
  readonly version: number;
  readonly committedAtMs: number;
  readonly transactions: readonly TableTransaction[];
}

/**
 * The versions that still have a commit file, newest first, each read when it is asked for. A commit
 * that is torn, or is cleaned up meanwhile, is left out.
 */
export async function* commitsNewestFirst(log: TransactionLog): AsyncGenerator<TableCommit> {
  const { commits } = await log.list();
  for (const version of [...commits].reverse()) {
    const reading = await log.readCommit(version);
    if (reading.kind !== 'read') continue;
    const { note, transactions, added } = reading.actions;
    const countedRows = added.every(({ rows }) => rows !== null)
      ? added.reduce((sum, { rows }) => sum + rows!, 0)
      : null;
    yield {
      version,
      committedAtMs: note.timestampMs ?? reading.fileTimeMs,
      operation: note.operation,
      numOutputRows: note.numOutputRows ?? countedRows,
      transactions,
    };
  }
}

/** The newest `limit` of them. */
export async function readHistory(log: TransactionLog, limit: number): Promise<TableCommit[]> {
  const history: TableCommit[] = [];
  for await (const commit of commitsNewestFirst(log)) {
    if (history.push(commit) >= limit) break;
  }
  return history;
}
