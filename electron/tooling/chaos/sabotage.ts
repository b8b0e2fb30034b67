import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DuckDbSession } from '../../../main/analytics/duckdb-session';
import type { TableName } from '../../../main/contract/delta';
import type { LedgerReport } from '../../../main/contract/ledger';
import type { StreamPack } from '../../../main/contract/stream-pack';
import { Lake } from '../../../main/delta/lake';
import { resolveFilePath, type LiveFile, type TableSnapshot } from '../../../main/delta/snapshot';
import { dataPaths, type DataPaths } from '../../../main/settings/paths';
import { TableReading } from '../../../main/reading/table-reading';

/** How a data file was named when it was added. */
interface AddedFile {
  readonly path: string;
  readonly partitionValues: Readonly<Record<string, string | null>>;
}

/** Tables that the real job wrote, copied so that they can be broken. */
export class BrokenTables {
  private files = 0;

  private constructor(
    readonly paths: DataPaths,
    readonly pack: StreamPack,
    private readonly packFolder: string,
    private readonly session: DuckDbSession,
  ) {}

  /** Copies all that the ledger reads of a data folder to a new one. */
  static async copy(from: DataPaths, to: string, pack: StreamPack, packFolder: string) {
    const paths = dataPaths(to);
    mkdirSync(to);
    for (const part of ['delta', 'checkpoints', 'producerRecords'] as const) {
      cpSync(from[part], paths[part], { recursive: true });
    }
    return new BrokenTables(paths, pack, packFolder, await DuckDbSession.open({}));
  }

  /** The ledger's rules by number, red ones only, with their findings. */
  async redRules(): Promise<Record<number, string>> {
    const { paths, pack, packFolder } = this;
    const reading = await TableReading.open({ paths, pack, packFolder });
    try {
      const report: LedgerReport = await reading.verify(null);
      const red = report.rules.filter(({ passed }) => !passed);
      return Object.fromEntries(red.map(({ rule, finding }) => [rule, finding ?? '']));
    } finally {
      await reading.close();
    }
  }

  /** A table as it is now. */
  async snapshot(table: TableName): Promise<TableSnapshot> {
    const lake = new Lake(this.paths.delta);
    try {
      return await lake.snapshot(table);
    } finally {
      await lake.close();
    }
  }

  /** Removes a file from a table, as a commit would. */
  drop(table: TableName, file: LiveFile): void {
    const { path } = this.added(table, file);
    this.commit(table, [{ remove: { path, dataChange: true } }]);
  }

  /** Adds what a SELECT gives; `source` names the rows of `file`, and its partition is theirs. */
  async add(table: TableName, file: LiveFile, select: (source: string) => string): Promise<void> {
    this.commit(table, [await this.write(table, file, select)]);
  }

  /** Puts what a SELECT gives in a file's place. */
  async replace(table: TableName, file: LiveFile, select: (source: string) => string) {
    const { path } = this.added(table, file);
    const add = await this.write(table, file, select);
    this.commit(table, [{ remove: { path, dataChange: true } }, add]);
  }

  /** Commits actions at the table's next version. */
  commit(table: TableName, actions: readonly object[]): void {
    const folder = join(this.paths.table(table), '_delta_log');
    const versions = readdirSync(folder).flatMap(
      (name) => /^(\d{20})\.json$/.exec(name)?.[1] ?? [],
    );
    const version = Math.max(...versions.map(Number)) + 1;
    const file = join(folder, `${String(version).padStart(20, '0')}.json`);
    const note = { commitInfo: { timestamp: Date.now(), operation: 'SABOTAGE' } };
    writeFileSync(file, [note, ...actions].map((each) => `${JSON.stringify(each)}\n`).join(''));
  }

  close(): void {
    this.session.close();
    rmSync(this.paths.dataFolder, { recursive: true, force: true });
  }

  private async write(table: TableName, file: LiveFile, select: (source: string) => string) {
    const { path, partitionValues } = this.added(table, file);
    const target = join(dirname(file.path), `sabotage-${++this.files}.parquet`);
    const source = `read_parquet('${file.path}', hive_partitioning = false)`;
    await this.session.use((connection) =>
      connection.run(`COPY (${select(source)}) TO '${target}' (FORMAT parquet)`),
    );
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const name = relative(dirname(file.path), target);
    const size = statSync(target).size;
    const add = { path: `${folder}${name}`, partitionValues, size, modificationTime: 1 };
    return { add: { ...add, dataChange: true } };
  }

  /** The action that added a live file, from the commits. */
  private added(table: TableName, file: LiveFile): AddedFile {
    const folder = join(this.paths.table(table), '_delta_log');
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
    for (const line of lines.filter((each) => each.startsWith('{"add"'))) {
      const { add } = JSON.parse(line) as { add: AddedFile };
      if (resolveFilePath(table, this.paths.table(table), add.path) === file.path) return add;
    }
    throw new Error(`no commit of ${table} adds ${file.path}`);
  }
}
