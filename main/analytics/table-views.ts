import { join } from 'node:path';
import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { TableName } from '../contract/delta';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';
import type { DuckDbSession } from './duckdb-session';
import { toSnapshotSelect } from './snapshot-select';
import { quoteName } from './sql-quoting';

/** A statement bound to exact table versions, ready to run on its connection. */
export interface PinnedStatement {
  readonly statement: DuckDBPreparedStatement;
  readonly snapshots: readonly TableSnapshot[];
}

/** The lake's tables as views `<layer>.<table>`, each over exactly one snapshot's files. */
export class TableViews {
  private readonly madeFrom = new Map<TableName, TableSnapshot>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly session: DuckDbSession,
    private readonly lake: Lake,
  ) {}

  /**
   * Brings the views of `tables` up to date (only those whose version changed are made anew) and
   * prepares `sql` over them. The connection's transaction keeps the views of this moment: another
   * query may renew them meanwhile, this one still reads the versions that it names. Fails like
   * `Lake.snapshot`, or with DuckDB's own error for the SQL.
   */
  prepare(
    connection: DuckDBConnection,
    sql: string,
    tables: readonly TableName[],
    { withAllTables = false } = {},
  ): Promise<PinnedStatement> {
    const mine = this.turn.then(async () => {
      const snapshots = await this.renew(tables);
      if (withAllTables) await this.renewReadable();
      await connection.run('BEGIN TRANSACTION');
      return { statement: await connection.prepare(sql), snapshots };
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** The table whose folder DuckDB's message names; null when it names none. */
  async tableNamedIn(message: string): Promise<TableName | null> {
    const tables = await this.lake.listTables();
    return tables.find((table) => message.includes(join(this.lake.folderOf(table), '/'))) ?? null;
  }

  private renew(tables: readonly TableName[]): Promise<TableSnapshot[]> {
    return this.session.use(async (connection) => {
      const snapshots: TableSnapshot[] = [];
      for (const table of tables) {
        const snapshot = await this.lake.snapshot(table);
        if (this.madeFrom.get(table) !== snapshot) await this.make(connection, snapshot);
        snapshots.push(snapshot);
      }
      return snapshots;
    });
  }

  /** For SQL that lists tables: a table that cannot be read is only missing from the list. */
  private async renewReadable(): Promise<void> {
    for (const table of await this.lake.listTables()) {
      await this.renew([table]).catch(() => undefined);
    }
  }

  private async make(connection: DuckDBConnection, snapshot: TableSnapshot): Promise<void> {
    const [layer, name] = snapshot.table.split('.').map(quoteName);
    await connection.run(`CREATE SCHEMA IF NOT EXISTS ${layer}`);
    await connection.run(
      `CREATE OR REPLACE VIEW ${layer}.${name} AS ${toSnapshotSelect(snapshot)}`,
    );
    this.madeFrom.set(snapshot.table, snapshot);
  }
}
