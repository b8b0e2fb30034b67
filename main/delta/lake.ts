import { existsSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { layers, tableName, type TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import { commitFileName } from './log-files';
import { LogCheckpointReader } from './log-checkpoint-reader';
import { nearestNames } from './nearest-names';
import type { TableSnapshot } from './snapshot';
import { Table } from './table';
import { readHistory, type TableCommit } from './table-history';
import { versionAtTime } from './version-at-time';

/**
 * All Delta tables below one folder, `<delta folder>/<layer>/<table>`, read-only. Needs nothing
 * but the files: it works while the streaming job commits and while nothing runs.
 */
export class Lake {
  private readonly tables = new Map<TableName, Table>();
  private readonly checkpointReader = new LogCheckpointReader();

  constructor(readonly folder: string) {}

  /** Names of all tables that have a log, sorted; empty before the first micro-batch. */
  async listTables(): Promise<TableName[]> {
    const names = await Promise.all(
      layers.map(async (layer) => {
        const folders = await readdir(join(this.folder, layer)).catch(() => []);
        return folders
          .map((folder) => `${layer}.${folder}`)
          .filter((name) => tableName.safeParse(name).success && this.has(name));
      }),
    );
    return names.flat().sort();
  }

  /**
   * True when the table has a log, readable or not. A log folder that is still empty is none: the
   * writer makes the folder a moment before the first commit.
   */
  has(table: TableName): boolean {
    const logFolder = join(this.folderOf(table), '_delta_log');
    // A long log is not listed only to see that it is one.
    const signs = [commitFileName(0), '_last_checkpoint'];
    if (signs.some((name) => existsSync(join(logFolder, name)))) return true;
    try {
      return readdirSync(logFolder).some((name) => /^\d{20}\.(json|checkpoint\.)/.test(name));
    } catch {
      return false;
    }
  }

  folderOf(table: TableName): string {
    return join(this.folder, ...table.split('.'));
  }

  /**
   * The newest snapshot, the one at `atVersion`, or the one that was newest at `atMs` (epoch
   * milliseconds). Fails with `TABLE_UNKNOWN` (`known` has the nearest names),
   * `TABLE_VERSION_UNKNOWN` or `TABLE_TIME_UNKNOWN` (both name the earliest and the latest there is),
   * `TABLE_UNREADABLE` or `TABLE_FEATURE_UNSUPPORTED`.
   */
  async snapshot(
    table: TableName,
    { atVersion = null, atMs = null }: { atVersion?: number | null; atMs?: number | null } = {},
  ): Promise<TableSnapshot> {
    const found = await this.find(table);
    if (atVersion !== null) return found.snapshotAt(atVersion);
    return atMs === null
      ? found.snapshot()
      : found.snapshotAt(await versionAtTime(table, found.log, atMs));
  }

  /** The newest `limit` versions of a table, newest first. Fails like `snapshot`. */
  async history(table: TableName, { limit = 1_000 } = {}): Promise<TableCommit[]> {
    return readHistory((await this.find(table)).log, limit);
  }

  /** A table's log, for whoever needs single commits. Fails like `snapshot`. */
  async logOf(table: TableName) {
    return (await this.find(table)).log;
  }

  async close(): Promise<void> {
    this.tables.clear();
    await this.checkpointReader.close();
  }

  private async find(table: TableName): Promise<Table> {
    if (!tableName.safeParse(table).success || !this.has(table)) {
      this.tables.delete(table);
      throw await this.notFound(table);
    }
    const kept = this.tables.get(table);
    if (kept) return kept;
    const opened = new Table(table, this.folderOf(table), this.checkpointReader);
    this.tables.set(table, opened);
    return opened;
  }

  private async notFound(table: TableName) {
    if (tableName.safeParse(table).success && existsSync(this.folderOf(table))) {
      const reason = `${this.folderOf(table)} is not a Delta table: it has no commit in a _delta_log.`;
      return failed('TABLE_UNREADABLE', { table, reason });
    }
    const known = nearestNames(table, await this.listTables()).join(', ');
    return failed('TABLE_UNKNOWN', { table, known: known === '' ? 'none yet' : known });
  }
}
