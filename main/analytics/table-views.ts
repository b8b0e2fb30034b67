import { join } from 'node:path';
import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { TableName } from '../contract/delta';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';
import type { DuckDbSession } from './duckdb-session';
import { extraSchema, type ExtraTables, type SnapshotOf } from './extra-tables';
import type { PackViews } from './pack-views';
import { readSqlStructure } from './select-structure';
import { toSnapshotSelect } from './snapshot-select';
import { SqlConnection } from './sql-connection';
import { quoteName } from './sql-quoting';

/** A statement bound to exact table versions, ready to run on its connection. */
export interface PinnedStatement {
  readonly statement: DuckDBPreparedStatement;
  readonly snapshots: readonly TableSnapshot[];
}

export interface PrepareOptions {
  readonly withAllTables?: boolean;
  readonly extraTables?: readonly string[];
  /** Other than the newest snapshots. */
  readonly snapshotOf?: SnapshotOf;
}

/**
 * The lake's tables as views `<layer>.<table>`, each over exactly one snapshot's files, and beside
 * them the pack's own views. A view is there once every table that it names is; a table of the same
 * name goes before it.
 */
export class TableViews {
  private readonly madeFrom = new Map<TableName, TableSnapshot>();
  /** The pack's views that were made, each with the snapshots below it. */
  private readonly viewMadeFrom = new Map<TableName, readonly TableSnapshot[]>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly session: DuckDbSession,
    private readonly lake: Lake,
    private readonly packViews: PackViews = new Map(),
    /** The app's own tables beside those of the lake, `ops.<name>`. */
    readonly extraTables: ExtraTables = new Map(),
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
    { withAllTables = false, extraTables = [], snapshotOf = this.newest }: PrepareOptions = {},
  ): Promise<PinnedStatement> {
    const mine = this.turn.then(async () => {
      const snapshots = await this.renew(tables, snapshotOf);
      if (withAllTables) await this.renewReadable(snapshotOf);
      await this.renewExtra(withAllTables ? [...this.extraTables.keys()] : extraTables, snapshotOf);
      await connection.run('BEGIN TRANSACTION');
      return { statement: await connection.prepare(sql), snapshots };
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** The table in whose folder a file lies; null for none. */
  async tableOfFile(file: string): Promise<TableName | null> {
    const tables = await this.lake.listTables();
    return tables.find((table) => file.startsWith(join(this.lake.folderOf(table), '/'))) ?? null;
  }

  private readonly newest: SnapshotOf = (table) => this.lake.snapshot(table);

  private renew(tables: readonly TableName[], snapshotOf: SnapshotOf): Promise<TableSnapshot[]> {
    return this.session.use(async (connection) => {
      const snapshots = new Set<TableSnapshot>();
      for (const table of tables) {
        for (const snapshot of await this.renewOne(connection, table, snapshotOf))
          snapshots.add(snapshot);
      }
      return [...snapshots];
    });
  }

  /** Renews a table, or a pack's view with the tables below it; returns what rows come from. */
  private async renewOne(
    connection: DuckDBConnection,
    name: TableName,
    snapshotOf: SnapshotOf,
  ): Promise<readonly TableSnapshot[]> {
    const sql = this.packViews.get(name);
    const sources = sql === undefined ? [] : await tablesOf(connection, sql);
    if (sql === undefined || this.lake.has(name) || !sources.every((one) => this.lake.has(one))) {
      const snapshot = await snapshotOf(name);
      if (this.madeFrom.get(name) !== snapshot) {
        await createView(connection, name, toSnapshotSelect(snapshot));
        this.madeFrom.set(name, snapshot);
      }
      return [snapshot];
    }
    const snapshots: TableSnapshot[] = [];
    for (const source of sources)
      snapshots.push(...(await this.renewOne(connection, source, snapshotOf)));
    // DuckDB keeps a view's column types: it is made anew with what it stands on.
    const made = this.viewMadeFrom.get(name);
    if (made?.length !== snapshots.length || snapshots.some((one, i) => one !== made[i])) {
      await createView(connection, name, sql);
      this.viewMadeFrom.set(name, snapshots);
    }
    return snapshots;
  }

  /** For SQL that lists tables: a table that cannot be read is only missing from the list. */
  private async renewReadable(snapshotOf: SnapshotOf): Promise<void> {
    for (const name of [...(await this.lake.listTables()), ...this.packViews.keys()]) {
      await this.renew([name], snapshotOf).catch(() => undefined);
    }
  }

  private async renewExtra(names: readonly string[], snapshotOf: SnapshotOf): Promise<void> {
    if (names.length === 0) return;
    await this.session.use(async (connection) => {
      await connection.run(`CREATE SCHEMA IF NOT EXISTS ${extraSchema}`);
      const sqlConnection = new SqlConnection(connection);
      for (const name of names) await this.extraTables.get(name)?.(sqlConnection, snapshotOf);
    });
  }
}

async function tablesOf(connection: DuckDBConnection, sql: string): Promise<readonly TableName[]> {
  const structure = await readSqlStructure(connection, sql);
  return structure.kind === 'select' ? structure.tables : [];
}

async function createView(
  connection: DuckDBConnection,
  table: TableName,
  select: string,
): Promise<void> {
  const [layer, name] = table.split('.').map(quoteName);
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${layer}`);
  await connection.run(`CREATE OR REPLACE VIEW ${layer}.${name} AS ${select}`);
}
