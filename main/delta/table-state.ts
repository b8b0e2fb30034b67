import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import type { TableActions, TableMetadata, TableProtocol } from './delta-actions';
import { refuseUnsupported } from './refuse-unsupported';
import { resolveFilePath, type LiveFile, type TableSnapshot } from './snapshot';

/**
 * A table's log, replayed so far (Delta protocol, "Action Reconciliation"): the newest metadata,
 * protocol and transactions win; a file is live from its add to its remove; removing a file that
 * is not known is allowed.
 */
export class TableState {
  private readonly files = new Map<string, LiveFile>();
  private readonly withDeletionVector = new Set<string>();
  private readonly transactions = new Map<string, number>();
  private metadata: TableMetadata | null = null;
  private protocol: TableProtocol | null = null;
  /** -1 before the first commit. */
  version = -1;
  private committedAtMs = 0;

  constructor(
    private readonly table: TableName,
    private readonly folder: string,
  ) {}

  /** Applies one commit, or a log checkpoint, whose files' own versions are not known any more. */
  apply(
    actions: TableActions,
    version: number,
    source: { kind: 'commit' | 'logCheckpoint'; fileTimeMs: number },
  ): void {
    for (const { path: encodedPath } of actions.removed) {
      const path = this.resolve(encodedPath);
      this.files.delete(path);
      this.withDeletionVector.delete(path);
    }
    for (const { path: encodedPath, dataChange: _, hasDeletionVector, ...added } of actions.added) {
      const path = this.resolve(encodedPath);
      const addedAtVersion = source.kind === 'commit' ? version : null;
      this.files.set(path, { ...added, path, addedAtVersion });
      if (hasDeletionVector) this.withDeletionVector.add(path);
      else this.withDeletionVector.delete(path);
    }
    for (const { appId, version: mark } of actions.transactions) {
      this.transactions.delete(appId);
      this.transactions.set(appId, mark);
    }
    this.metadata = actions.metadata ?? this.metadata;
    this.protocol = actions.protocol ?? this.protocol;
    this.version = version;
    this.committedAtMs = actions.note.timestampMs ?? source.fileTimeMs;
  }

  /** Fails with `TABLE_FEATURE_UNSUPPORTED` rather than reading a table that is half understood. */
  toSnapshot(): TableSnapshot {
    const { table, metadata, protocol } = this;
    if (metadata === null || protocol === null) {
      throw failed('TABLE_UNREADABLE', { table, reason: 'Its log names no schema or protocol.' });
    }
    refuseUnsupported(table, protocol, metadata, this.withDeletionVector.size > 0);
    return {
      table,
      version: this.version,
      committedAtMs: this.committedAtMs,
      columns: metadata.columns,
      partitionColumns: metadata.partitionColumns,
      files: [...this.files.values()],
      transactions: new Map(this.transactions),
      protocol,
    };
  }

  private resolve(path: string): string {
    return resolveFilePath(this.table, this.folder, path);
  }
}
