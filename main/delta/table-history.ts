import type { CommitNote, TableTransaction } from './delta-actions';
import type { TransactionLog } from './transaction-log';

/** One kept version of a table, as its commit tells it; null where the commit says nothing. */
export interface TableCommit extends Omit<CommitNote, 'timestampMs'> {
  readonly version: number;
  readonly committedAtMs: number;
  readonly transactions: readonly TableTransaction[];
}

/**
 * The newest `limit` versions that still have a commit file, newest first. A commit that is torn,
 * or is cleaned up meanwhile, is left out.
 */
export async function readHistory(log: TransactionLog, limit: number): Promise<TableCommit[]> {
  const { commits } = await log.list();
  const history: TableCommit[] = [];
  for (const version of commits.slice(-limit).reverse()) {
    const reading = await log.readCommit(version);
    if (reading.kind !== 'read') continue;
    const { note, transactions, added } = reading.actions;
    const countedRows = added.every(({ rows }) => rows !== null)
      ? added.reduce((sum, { rows }) => sum + rows!, 0)
      : null;
    history.push({
      version,
      committedAtMs: note.timestampMs ?? reading.fileTimeMs,
      operation: note.operation,
      numOutputRows: note.numOutputRows ?? countedRows,
      transactions,
    });
  }
  return history;
}
