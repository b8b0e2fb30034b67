import type { RemoveFile, TableActions, TableTransaction } from './delta-actions';
import type { TransactionLog } from './transaction-log';

/** One kept version of a table, as its commit tells it; null where the commit says nothing. */
export interface TableCommit {
  readonly version: number;
  /** The commit's own time, epoch milliseconds; the log file's time when the commit has none. */
  readonly committedAtMs: number;
  readonly operation: string | null;
  /** Program and version that wrote it. */
  readonly writer: string | null;
  /** Rows that are new in the table; 0 for a compaction, null when a file has no statistics. */
  readonly rowsAdded: number | null;
  /** Rows that are no longer in it, or that were written anew; null when it cannot be told. */
  readonly rowsRemoved: number | null;
  readonly filesAdded: number;
  readonly filesRemoved: number;
  readonly transactions: readonly TableTransaction[];
  readonly operationMetrics: Readonly<Record<string, string>>;
}

/**
 * The versions that still have a commit file, newest first, each read when it is asked for. A commit
 * that is torn, or is cleaned up meanwhile, is left out.
 */
export async function* commitsNewestFirst(log: TransactionLog): AsyncGenerator<TableCommit> {
  const { commits } = await log.list();
  for (const version of [...commits].reverse()) {
    const reading = await log.readCommit(version);
    if (reading.kind === 'read') yield toCommit(version, reading.fileTimeMs, reading.actions);
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

function toCommit(version: number, fileTimeMs: number, actions: TableActions): TableCommit {
  const { note, transactions, added, removed } = actions;
  return {
    version,
    committedAtMs: note.timestampMs ?? fileTimeMs,
    operation: note.operation,
    writer: note.writer,
    rowsAdded: sumOfRows(added),
    rowsRemoved: sumOfRows(removed),
    filesAdded: added.length,
    filesRemoved: removed.length,
    transactions,
    operationMetrics: note.operationMetrics,
  };
}

/** Files that only hold rows which were there before do not count. */
function sumOfRows(files: readonly Pick<RemoveFile, 'rows' | 'dataChange'>[]): number | null {
  return files
    .filter(({ dataChange }) => dataChange)
    .reduce<number | null>(
      (sum, { rows }) => (sum === null || rows === null ? null : sum + rows),
      0,
    );
}
