import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import type { TableActions } from './delta-actions';
import type { LogCheckpointReader } from './log-checkpoint-reader';
import { commitFileName, listLog, type LogCheckpointFiles, type LogListing } from './log-files';
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

  /** Tells one writing of a commit file from another, e.g. after a reset; null when it is gone. */
  async identityOf(version: number): Promise<string | null> {
    const file = join(this.logFolder, commitFileName(version));
    const found = await stat(file).catch(() => null);
    return found === null ? null : `${found.ino}/${found.mtimeMs}/${found.size}`;
  }

  /**
   * The table at `atVersion`, or at the newest version when null. Log clean-up between listing and
   * reading starts the reading again, then from the newer log checkpoint.
   */
  async load(atVersion: number | null): Promise<TableState> {
    for (let attempt = 1; ; attempt++) {
      const listing = await this.list().catch(() => null);
      if (listing === null || (listing.commits.length === 0 && listing.checkpoints.length === 0)) {
        throw this.unreadable('Its log folder is empty or gone.');
      }
      if (listing.hasV2Checkpoints) {
        throw failed('TABLE_FEATURE_UNSUPPORTED', { table: this.table, feature: 'v2Checkpoint' });
      }
      try {
        return await this.replay(listing, atVersion);
      } catch (error) {
        if (!(error instanceof LogMoved)) throw error;
        if (attempt === attempts) throw this.unreadable(error.message);
      }
    }
  }

  private async replay(listing: LogListing, atVersion: number | null): Promise<TableState> {
    const newest = Math.max(listing.commits.at(-1) ?? -1, listing.checkpoints[0]?.version ?? -1);
    const target = atVersion ?? newest;
    const usable = listing.checkpoints.filter(({ version }) => version <= target);
    const oldest = listing.commits[0] === 0 ? 0 : usable.at(-1)?.version;
    if (target > newest || target < 0 || oldest === undefined) {
      throw this.unreadable(`Version ${target} is not there; the newest is ${newest}.`);
    }
    const state = await this.startFrom(usable);
    for (let version = state.version + 1; version <= target; version++) {
      const reading = await this.readCommit(version);
      if (reading.kind === 'read') {
        state.apply(reading.actions, version, { ...reading, kind: 'commit' });
      } else if (
        reading.kind === 'torn' &&
        version === newest &&
        atVersion === null &&
        version > 0
      ) {
        return state;
      } else if (reading.kind === 'torn') {
        throw this.unreadable(`Its log entry ${commitFileName(version)} is damaged.`);
      } else {
        throw new LogMoved(`Its log entry ${commitFileName(version)} is missing.`);
      }
    }
    return state;
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
