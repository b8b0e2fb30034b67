import type { TableName } from '../contract/delta';
import type { TableSnapshot } from '../delta/snapshot';
import type { SqlConnection } from './sql-connection';

/** The snapshot that a query reads of a table: the newest, or as it was at some time. */
export type SnapshotOf = (table: TableName) => Promise<TableSnapshot>;

/** The schema of tables that are the app's own and lie in no Delta folder (floor.md 7.4). */
export const extraSchema = 'ops';

/**
 * Makes one such table or view, `ops.<name>`, anew in a session where its schema exists; called
 * before each statement that names it. It reads no file: the session may be shut in.
 */
export type MakeExtraTable = (connection: SqlConnection, snapshotOf: SnapshotOf) => Promise<void>;

/** By their full names, such as `ops.tables`. */
export type ExtraTables = ReadonlyMap<string, MakeExtraTable>;
