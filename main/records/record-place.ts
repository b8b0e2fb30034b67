import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { DuckDbSession } from '../analytics/duckdb-session';
import { missingFile, whileFilesMove } from '../analytics/missing-file';
import { PastSnapshots } from '../analytics/past-snapshots';
import { withSqlConnection, type SqlConnection } from '../analytics/sql-connection';
import type { TableName } from '../contract/delta';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';

/** When to end, and where to tell how much is done (0 to 100). */
export interface WorkControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (percent: number) => void;
}

/** A person may wait for a sort of millions of rows, and can cancel it. */
const timeoutMs = 600_000;
const progressIntervalMs = 100;

/** The DuckDB in which records are paged, summed and compared; opened with the first request. */
export class RecordPlace {
  private session: Promise<DuckDbSession> | null = null;
  private readonly past: PastSnapshots;

  constructor(
    private readonly lake: Lake,
    /** Folder for what does not fit into memory. */
    private readonly spillFolder: string,
  ) {
    this.past = new PastSnapshots(lake);
  }

  /** The newest snapshot for null. Fails like `Lake.snapshot`. */
  snapshot(table: TableName, atVersion: number | null): Promise<TableSnapshot> {
    return this.past.at(table, atVersion);
  }

  /**
   * Lends a connection to `work`. A data file that vanishes meanwhile (compaction, vacuum) lets it
   * run again, where `work` asks for the newest snapshot again. Fails with `REQUEST_CANCELLED`,
   * `TABLE_UNREADABLE`, `SQL_TIMEOUT`, or with `work`'s own failures.
   */
  async use<T>(
    request: string,
    table: TableName,
    { signal, onProgress }: WorkControl,
    work: (connection: SqlConnection) => Promise<T>,
  ): Promise<T> {
    this.session ??= this.open();
    const session = await this.session;
    const once = () =>
      withSqlConnection(session, { timeoutMs, signal }, request, async (connection) => {
        if (onProgress === undefined) return work(connection);
        await connection.measureProgress();
        const timer = setInterval(() => {
          const percent = connection.readPercentDone();
          if (percent !== null) onProgress(percent);
        }, progressIntervalMs);
        return work(connection).finally(() => clearInterval(timer));
      });
    return whileFilesMove(once, (file) =>
      Promise.resolve(missingFile(table, this.past.versionWith(table, file), file)),
    );
  }

  private async open(): Promise<DuckDbSession> {
    const { lake, spillFolder } = this;
    // DuckDB makes the last folder alone; one who only looks at no lake leaves nothing behind.
    if (existsSync(lake.folder)) await mkdir(spillFolder, { recursive: true }).catch(() => null);
    return DuckDbSession.open({ spillFolder });
  }

  async close(): Promise<void> {
    (await this.session?.catch(() => null))?.close();
    this.session = null;
  }
}
