import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';
import { containedSilverVersion } from './contained-silver-version';
import type { SnapshotOf } from './extra-tables';
import { lastUpTo, type MarkOf } from './last-up-to';

const keptSnapshots = 64;

/**
 * Older snapshots, the last used ones kept: by a table's own version, or all tables as they were at
 * a version of the pack's Silver table.
 */
export class PastSnapshots {
  private readonly kept = new Map<string, TableSnapshot>();

  constructor(
    private readonly lake: Lake,
    /** Null where no pack is known: then only a table's own version can be asked for. */
    private readonly silverTable: TableName | null = null,
  ) {}

  /**
   * The newest snapshot for null; asked for by its version later, it is the same object, so that what
   * was computed over it still holds. Fails like `Lake.snapshot`.
   */
  async at(table: TableName, atVersion: number | null): Promise<TableSnapshot> {
    const newest = atVersion === null ? await this.lake.snapshot(table) : null;
    const version = newest?.version ?? atVersion!;
    // A reset begins the versions anew: the commit's file tells one table from the next.
    const identity = await (await this.lake.logOf(table)).identityOf(version);
    const key = `${table} ${version} ${identity}`;
    const snapshot =
      newest ?? this.kept.get(key) ?? (await this.lake.snapshot(table, { atVersion: version }));
    this.kept.delete(key);
    this.kept.set(key, snapshot);
    if (this.kept.size > keptSnapshots) this.kept.delete(this.kept.keys().next().value!);
    return snapshot;
  }

  /** The version that was used last of those that have this data file; null for none. */
  versionWith(table: TableName, file: string): number | null {
    const used = [...this.kept.values()].reverse().filter((snapshot) => snapshot.table === table);
    return used.find(({ files }) => files.some(({ path }) => path === file))?.version ?? null;
  }

  /** Every table as it was at a version of Silver. */
  asOf(silverVersion: number): SnapshotOf {
    return async (table) => this.at(table, await this.versionAsOf(table, silverVersion));
  }

  /**
   * The last version of a table that belongs to a version of Silver: of an aggregate, the one whose
   * transaction names it (or, where it was coalesced, the one before); of a table of rows, the one
   * of the same micro-batch; of any other, the one of the same time.
   */
  private async versionAsOf(table: TableName, silverVersion: number): Promise<number> {
    if (table === this.silverTable || this.silverTable === null) return silverVersion;
    const silver = await this.at(this.silverTable, silverVersion);
    const log = await this.lake.logOf(table);
    const { transactions } = await this.lake.snapshot(table);
    const shared = [...silver.transactions].filter(([appId]) => transactions.has(appId)).at(-1);
    const read = async (version: number) => {
      const reading = await log.readCommit(version);
      return reading.kind === 'read' ? reading : null;
    };
    let limit: number;
    let markOf: MarkOf;
    if (containedSilverVersion(transactions) !== null) {
      limit = silverVersion;
      markOf = async (version) => {
        const marks = (await read(version))?.actions.transactions ?? [];
        return containedSilverVersion(marks.map((mark) => [mark.appId, mark.version] as const));
      };
    } else if (shared !== undefined) {
      limit = shared[1];
      markOf = async (version) => {
        const marks = (await read(version))?.actions.transactions ?? [];
        return marks.find(({ appId }) => appId === shared[0])?.version ?? null;
      };
    } else {
      limit = silver.committedAtMs;
      markOf = async (version) => {
        const reading = await read(version);
        return reading === null ? null : (reading.actions.note.timestampMs ?? reading.fileTimeMs);
      };
    }
    const version = await lastUpTo((await log.list()).commits, markOf, limit);
    if (version !== null) return version;
    const reason = `Its kept history begins after version ${silverVersion} of ${this.silverTable}.`;
    throw failed('TABLE_UNREADABLE', { table, reason });
  }
}
