import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import type { TableActions } from './delta-actions';
import type { LogCheckpointReader } from './log-checkpoint-reader';
import {
  commitFileName,
  listLog,
  readLastCheckpoint,
  type LogCheckpointFiles,
  type LogListing,
} from './log-files';
import { parseCommit } from './parse-actions';
import { TableState } from './table-state';

/** One commit file: there and whole, there but torn (not committed yet), or not there. */
export type CommitReading =
  | { readonly kind: 'read'; readonly actions: TableActions; readonly fileTimeMs: number }
  | { readonly kind: 'torn' }
  | { readonly kind: 'absent' };

/** A file of the listing is gone: log clean-up came between listing and reading. */
class LogMoved extends Error {}

const attempts = 5;

/** From an older log checkpoint than that, listing the log for a newer one is quicker. */
const longestWalk = 300;

/** Commit files read at a time: the wait for a file is longer than the work on it. */
const readAhead = 16;

/** Reads one table's `_delta_log`: single commits, and the whole table at a version. */
export class TransactionLog {
  private readonly logFolder: string;

  constructor(
    private readonly table: TableName,
    private readonly tableFolder: string,
    private readonly checkpointReader: LogCheckpointReader,
  ) {
    this.logFolder = join(tableFolder, '_delta_log');
  }

  list(): Promise<LogListing> {
    return listLog(this.logFolder);
  }

  async readCommit(version: number): Promise<CommitReading> {
    const file = join(this.logFolder, commitFileName(version));
    try {
      const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
      if (text.trim() === '') return { kind: 'torn' };
      return { kind: 'read', actions: parseCommit(text), fileTimeMs: mtimeMs };
    } catch (error) {
      if (error instanceof SyntaxError) return { kind: 'torn' };
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'absent' };
      throw failed('TABLE_UNREADABLE', { table: this.table, reason: String(error) });
    }
  }

  /** When a version was committed, epoch milliseconds; null when its commit is gone or torn. */
  async commitTimeOf(version: number): Promise<number | null> {
    const reading = await this.readCommit(version);
    return reading.kind === 'read'
      ? (reading.actions.note.timestampMs ?? reading.fileTimeMs)
      : null;
  }

  /** Tells one writing of a commit file from another, e.g. after a reset; null when it is gone. */
  async identityOf(version: number): Promise<string | null> {
    const file = join(this.logFolder, commitFileName(version));
    const found = await stat(file).catch(() => null);
    return found === null ? null : `${found.ino}/${found.mtimeMs}/${found.size}`;
  }

  /**
   * The table at `atVersion`, or at the newest version when null. Log clean-up between listing and
   * reading starts the reading again, then from the newer log checkpoint. Fails with
   * `TABLE_VERSION_UNKNOWN`, which names the versions there are, or `TABLE_UNREADABLE`.
   */
  async load(atVersion: number | null): Promise<TableState> {
    const nearby = await this.loadFromLastCheckpoint(atVersion);
    if (nearby !== null) return nearby;
    for (let attempt = 1; ; attempt++) {
      const listing = await this.list().catch(() => null);
      if (listing === null || (listing.commits.length === 0 && listing.checkpoints.length === 0)) {
        throw this.unreadable('Its log folder is empty or gone.');
      }
      try {
        return await this.replay(listing, atVersion);
      } catch (error) {
        if (!(error instanceof LogMoved)) throw error;
        if (attempt === attempts) throw this.unreadable(error.message);
      }
    }
  }

  /**
   * Spares listing a log of many versions: from the log checkpoint that the writer names, commit by
   * commit. Null when that leads to anything but the version that is wanted; the listing tells then.
   */
  private async loadFromLastCheckpoint(atVersion: number | null): Promise<TableState | null> {
    const named = await readLastCheckpoint(this.logFolder);
    if (named === null || (atVersion !== null && atVersion < named.version)) return null;
    const state = await this.startFrom([named]);
    if (state.version !== named.version) return null;
    while (state.version !== atVersion) {
      const version = state.version + 1;
      if (version > named.version + longestWalk) return null;
      const reading = await this.readCommit(version);
      if (reading.kind === 'absent') {
        const isNewest = (await this.identityOf(version + 1)) === null;
        return atVersion === null && isNewest ? state : null;
      }
      if (reading.kind === 'torn') return null;
      state.apply(reading.actions, version, { ...reading, kind: 'commit' });
    }
    return state;
  }

  private async replay(listing: LogListing, atVersion: number | null): Promise<TableState> {
    const { earliest, latest } = this.versionsOf(listing);
    const target = atVersion ?? latest;
    if (target > latest || target < earliest) {
      const facts = { table: this.table, version: target, earliest, latest };
      throw failed('TABLE_VERSION_UNKNOWN', facts);
    }
    const usable = listing.checkpoints.filter(({ version }) => version <= target);
    const state = await this.startFrom(usable);
    let ahead: Promise<CommitReading>[] = [];
    for (let version = state.version + 1; version <= target; version++) {
      if (ahead.length === 0) {
        const count = Math.min(readAhead, target - version + 1);
        ahead = Array.from({ length: count }, (_, index) => this.readCommit(version + index));
        await Promise.all(ahead);
      }
      const reading = await ahead.shift()!;
      if (reading.kind === 'read') {
        state.apply(reading.actions, version, { ...reading, kind: 'commit' });
        continue;
      }
      const file = `Version ${version} cannot be read: ${commitFileName(version)}`;
      if (reading.kind === 'absent') throw new LogMoved(`${file} is missing from _delta_log.`);
      const isBeingWritten = version === latest && atVersion === null && version > 0;
      if (!isBeingWritten) throw this.unreadable(`${file} is damaged.`);
    }
    return state;
  }

  /** The versions that can be read: all from the first one whose beginning is still there. */
  versionsOf({ commits, checkpoints }: LogListing): { earliest: number; latest: number } {
    const latest = Math.max(commits.at(-1) ?? -1, checkpoints[0]?.version ?? -1);
    const earliest = commits[0] === 0 ? 0 : checkpoints.at(-1)?.version;
    if (earliest !== undefined) return { earliest, latest };
    const file = commitFileName(0);
    const reason = `Version 0 cannot be read: ${file} is missing from _delta_log`;
    throw this.unreadable(`${reason}, and no log checkpoint stands for it.`);
  }

  /** State after the newest log checkpoint that can be read; an unreadable one is passed over. */
  private async startFrom(checkpoints: readonly LogCheckpointFiles[]): Promise<TableState> {
    for (const { version, paths } of checkpoints) {
      const state = new TableState(this.table, this.tableFolder);
      const actions = await this.checkpointReader.read(paths).catch(() => null);
      if (actions === null) continue;
      const commit = await this.readCommit(version);
      const note = commit.kind === 'read' ? commit.actions.note : actions.note;
      const { mtimeMs: fileTimeMs } = await stat(paths[0]!).catch(() => ({ mtimeMs: 0 }));
      state.apply({ ...actions, note }, version, { kind: 'logCheckpoint', fileTimeMs });
      return state;
    }
    return new TableState(this.table, this.tableFolder);
  }

  private unreadable(reason: string) {
    return failed('TABLE_UNREADABLE', { table: this.table, reason });
  }
}
