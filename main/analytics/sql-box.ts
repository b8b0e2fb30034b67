import { join } from 'node:path';
import type { TableName } from '../contract/delta';
import type { QueryResult, SqlRequest } from '../contract/query';
import type { Lake } from '../delta/lake';
import { DuckDbSession } from './duckdb-session';
import type { ExtraTables, SnapshotOf } from './extra-tables';
import type { PackViews } from './pack-views';
import { PastSnapshots } from './past-snapshots';
import { requireReadOnly } from './read-only-sql';
import { runQuery, type QueryPlace } from './run-query';
import { TableViews } from './table-views';

/**
 * Runs a person's SQL in a DuckDB of its own that can open nothing but the lake's folder, and there
 * only reads, and only through its tables: what can be read are the files of their snapshots. Opened at the first statement; `close` frees it, a later `run` opens it again.
 */
export class SqlBox {
  private place: Promise<QueryPlace> | null = null;
  private session: DuckDbSession | null = null;
  private readonly past: PastSnapshots;

  constructor(
    private readonly lake: Lake,
    private readonly packViews: PackViews = new Map(),
    private readonly extraTables: ExtraTables = new Map(),
    /** Silver of the pack, by whose versions the tables can be read as they were; null for none. */
    silverTable: TableName | null = null,
  ) {
    this.past = new PastSnapshots(lake, silverTable);
  }

  /**
   * Reads the newest tables, those of `tableVersions` at these, or all as they were at a version of
   * Silver. Fails with `SQL_NOT_READ_ONLY`, or like `runQuery`.
   */
  async run(
    { sql, parameters, rowLimit, timeoutMs, tableVersions }: SqlRequest,
    { signal, atVersion = null }: { signal?: AbortSignal; atVersion?: number | null } = {},
  ): Promise<QueryResult> {
    this.place ??= this.open();
    const snapshotOf = this.snapshotOf(tableVersions ?? {}, atVersion);
    const options = {
      ...{ rowLimit, timeoutMs, signal },
      ...(parameters ? { parameters } : {}),
      ...(snapshotOf ? { snapshotOf } : {}),
    };
    return runQuery(await this.place, sql, options);
  }

  /** Null: the newest of every table. */
  private snapshotOf(
    versions: Readonly<Record<TableName, number>>,
    atVersion: number | null,
  ): SnapshotOf | null {
    if (atVersion !== null) return this.past.asOf(atVersion);
    if (Object.keys(versions).length === 0) return null;
    return (table) => this.past.at(table, versions[table] ?? null);
  }

  async close(): Promise<void> {
    await this.place?.catch(() => undefined);
    this.session?.close();
    this.session = null;
    this.place = null;
  }

  private async open(): Promise<QueryPlace> {
    const session = await DuckDbSession.open({ onlyFolder: join(this.lake.folder, '/') });
    this.session = session;
    const views = new TableViews(session, this.lake, this.packViews, this.extraTables);
    const newest: QueryPlace['newest'] = (table) => this.lake.snapshot(table);
    return { session, views, newest, check: requireReadOnly };
  }
}
