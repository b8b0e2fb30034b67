import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { TableName, TableSummary } from '../contract/delta';
import { failed } from '../contract/failure';
import type { DeltaColumn, TableProtocol } from './delta-actions';

/** One live data file of a snapshot. */
export interface LiveFile {
  /** Absolute path on this machine, decoded. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Null when the file carries no statistics. */
  readonly rows: number | null;
  /** The statistics as the log's JSON text: see `readStatistics`. */
  readonly stats: string | null;
  /** Values as text by partition column; null stands for a null value. */
  readonly partitionValues: Readonly<Record<string, string | null>>;
  /** Version whose commit added the file; null when only a log checkpoint tells of it. */
  readonly addedAtVersion: number | null;
}

/** The files and columns of one table version. */
export interface TableSnapshot {
  readonly table: TableName;
  readonly version: number;
  /** The commit's own time, epoch milliseconds; the log file's time when the commit has none. */
  readonly committedAtMs: number;
  /** In the schema's order, partition columns included. */
  readonly columns: readonly DeltaColumn[];
  readonly partitionColumns: readonly string[];
  readonly files: readonly LiveFile[];
  /** Newest transaction version by application id, the one that committed last at the end. */
  readonly transactions: ReadonlyMap<string, number>;
  readonly protocol: TableProtocol;
}

/**
 * A file path of the log as an absolute path: paths are URL-encoded and relative to the table's
 * folder, or absolute URIs (Delta protocol, "Add File and Remove File"). Fails with
 * `TABLE_UNREADABLE` when the file is in a store other than this machine's file system.
 */
export function resolveFilePath(table: TableName, tableFolder: string, path: string): string {
  if (path.startsWith('file:')) return fileURLToPath(path);
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) {
    throw failed('TABLE_UNREADABLE', { table, reason: `${path} is not on this machine.` });
  }
  const decoded = decodeURIComponent(path);
  return decoded.startsWith('/') ? decoded : join(tableFolder, decoded);
}

/** The figures of a snapshot; `rows` is null as soon as one file carries no statistics. */
export function toTableSummary(snapshot: TableSnapshot): TableSummary {
  return {
    table: snapshot.table,
    tableVersion: snapshot.version,
    committedAtMs: snapshot.committedAtMs,
    rows: snapshot.files.reduce<number | null>(
      (sum, file) => (sum === null || file.rows === null ? null : sum + file.rows),
      0,
    ),
    liveFiles: snapshot.files.length,
    sizeBytes: snapshot.files.reduce((sum, file) => sum + file.sizeBytes, 0),
  };
}
