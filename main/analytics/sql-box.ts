import { join } from 'node:path';
import type { QueryResult, SqlRequest } from '../contract/query';
import type { Lake } from '../delta/lake';
import { DuckDbSession } from './duckdb-session';
import type { ExtraTables } from './extra-tables';
import type { PackViews } from './pack-views';
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

  constructor(
    private readonly lake: Lake,
    private readonly packViews: PackViews = new Map(),
    private readonly extraTables: ExtraTables = new Map(),
  ) {}

  /** Fails with `SQL_NOT_READ_ONLY`, or like `runQuery`. */
  async run(
    { sql, parameters, rowLimit, timeoutMs }: SqlRequest,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<QueryResult> {
    this.place ??= this.open();
    const options = { rowLimit, timeoutMs, signal, ...(parameters ? { parameters } : {}) };
    return runQuery(await this.place, sql, options);
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
