import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { commitFileName } from './log-files';

export interface TestAppend {
  /** DuckDB SELECT whose rows become the data file; partition columns left out. */
  readonly rows?: string;
  readonly partitionValues?: Record<string, string | null>;
  /** Folder of the data file below the table's folder, as on disk; '' for the table's own. */
  readonly subfolder?: string;
  readonly transaction?: readonly [appId: string, version: number];
  readonly timestampMs?: number;
  readonly remove?: readonly string[];
  readonly dataChange?: boolean;
  readonly withStats?: boolean;
  /** Least and most values and the like, beside the number of rows. */
  readonly stats?: object;
}

/** For tests: Delta tables written by hand, data files by DuckDB, in a temporary folder. */
export class TestLake {
  private files = 0;

  private constructor(
    /** Temporary folder, for whatever a test needs beside the lake. */
    readonly root: string,
    readonly folder: string,
    readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
  ) {}

  /** `folderName` is that of the lake below the temporary folder. */
  static async open(folderName = 'delta'): Promise<TestLake> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'`);
    const root = mkdtempSync(join(tmpdir(), 'deltadesk-lake-'));
    return new TestLake(root, join(root, folderName), instance, connection);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
    rmSync(this.root, { recursive: true, force: true });
  }

  tableFolder(table: string): string {
    return join(this.folder, ...table.split('.'));
  }

  logFile(table: string, name: string): string {
    return join(this.tableFolder(table), '_delta_log', name);
  }

  /** Newest version with a commit file; -1 for none. */
  version(table: string): number {
    const names = readdirSync(dirname(this.logFile(table, '_')));
    return Math.max(
      -1,
      ...names.filter((name) => /^\d+\.json$/.test(name)).map((name) => Number.parseInt(name, 10)),
    );
  }

  /** Writes one commit file from actions, at the next version unless one is given. */
  commit(table: string, actions: readonly object[], version?: number): number {
    mkdirSync(dirname(this.logFile(table, '_')), { recursive: true });
    const target = version ?? this.version(table) + 1;
    const lines = actions.map((action) => JSON.stringify(action));
    writeFileSync(this.logFile(table, commitFileName(target)), `${lines.join('\n')}\n`);
    return target;
  }

  create(table: string, columns: Record<string, string>, partitionColumns: string[] = []): number {
    return this.commit(table, [
      { commitInfo: { timestamp: 1_000, operation: 'CREATE TABLE' } },
      { protocol: { minReaderVersion: 1, minWriterVersion: 2 } },
      { metaData: testMetadata(columns, partitionColumns) },
    ]);
  }

  /** Commits one data file (and removals); returns the version and the file's path in the log. */
  async append(table: string, append: TestAppend): Promise<{ version: number; path: string }> {
    const actions: object[] = [
      { commitInfo: { timestamp: append.timestampMs ?? 2_000, operation: 'WRITE' } },
    ];
    if (append.transaction) {
      const [appId, version] = append.transaction;
      actions.push({ txn: { appId, version } });
    }
    for (const path of append.remove ?? []) actions.push({ remove: { path, dataChange: true } });
    const path = append.rows === undefined ? '' : await this.writeFile(table, append, actions);
    return { version: this.commit(table, actions), path };
  }

  private async writeFile(table: string, append: TestAppend, actions: object[]): Promise<string> {
    const file = join(append.subfolder ?? '', `part-${++this.files}.parquet`);
    const onDisk = join(this.tableFolder(table), file);
    mkdirSync(dirname(onDisk), { recursive: true });
    await this.connection.run(
      `COPY (${append.rows}) TO '${onDisk.replaceAll("'", "''")}' (FORMAT parquet)`,
    );
    const counted = await this.connection.runAndReadAll(`SELECT count(*) FROM (${append.rows})`);
    const numRecords = Number(counted.getRowsJson()[0]![0]);
    const path = file.split('/').map(encodeURIComponent).join('/');
    actions.push({
      add: {
        path,
        partitionValues: append.partitionValues ?? {},
        size: statSync(onDisk).size,
        dataChange: append.dataChange ?? true,
        ...(append.withStats === false
          ? {}
          : { stats: JSON.stringify({ numRecords, ...append.stats }) }),
      },
    });
    return path;
  }
}

/** A `metaData` action's content for columns given as name to Delta type. */
export function testMetadata(columns: Record<string, string>, partitionColumns: string[] = []) {
  const fields = Object.entries(columns).map(([name, type]) => ({
    name,
    type,
    nullable: true,
    metadata: {},
  }));
  return {
    id: 'test',
    format: { provider: 'parquet', options: {} },
    schemaString: JSON.stringify({ type: 'struct', fields }),
    partitionColumns,
    configuration: {},
  };
}
