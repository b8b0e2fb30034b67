import type { TableName } from '../contract/delta';
import type { LogCheckpointReader } from './log-checkpoint-reader';
import type { TableSnapshot } from './snapshot';
import type { TableState } from './table-state';
import { TransactionLog } from './transaction-log';

/**
 * One table, with its newest state kept: looking for a new version costs one `stat` and one failed
 * open, a new commit one small file.
 */
export class Table {
  readonly log: TransactionLog;
  private state: TableState | null = null;
  private identity: string | null = null;
  private newest: TableSnapshot | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(name: TableName, folder: string, checkpointReader: LogCheckpointReader) {
    this.log = new TransactionLog(name, folder, checkpointReader);
  }

  /** The newest snapshot. Callers at the same time take turns, so that no commit counts twice. */
  snapshot(): Promise<TableSnapshot> {
    const mine = this.turn.then(() => this.refresh());
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** The table as it was at a version that its log still holds. */
  async snapshotAt(version: number): Promise<TableSnapshot> {
    if (this.newest?.version === version) return this.newest;
    return (await this.log.load(version)).toSnapshot();
  }

  private async refresh(): Promise<TableSnapshot> {
    try {
      const state = this.state;
      if (state === null || !(await this.isWhereItWas(state))) {
        await this.reload();
      } else if (await this.readNext(state)) {
        this.identity = await this.log.identityOf(state.version);
      }
      if (this.newest === null || this.newest.version !== this.state!.version) {
        this.newest = this.state!.toSnapshot();
      }
      return this.newest;
    } catch (error) {
      this.state = null;
      this.newest = null;
      throw error;
    }
  }

  /**
   * False after a reset or restore, and when the commit is gone: log clean-up takes away the next ones
   * with it, so that waiting for them would be waiting for ever.
   */
  private async isWhereItWas({ version }: TableState): Promise<boolean> {
    const identity = await this.log.identityOf(version);
    return identity !== null && identity === this.identity;
  }

  private async reload(): Promise<void> {
    this.newest = null;
    this.state = await this.log.load(null);
    this.identity = await this.log.identityOf(this.state.version);
  }

  /**
   * Applies the commits after the known version; false when there is none yet. One that is missing or
   * damaged while a later one stands is not waited for: the log is loaded anew, which tells why.
   */
  private async readNext(state: TableState): Promise<boolean> {
    for (let applied = false; ; applied = true) {
      const version = state.version + 1;
      const reading = await this.log.readCommit(version);
      if (reading.kind !== 'read') {
        const isPassed = (await this.log.identityOf(version + 1)) !== null;
        if (isPassed) await this.reload();
        return applied && !isPassed;
      }
      state.apply(reading.actions, version, { ...reading, kind: 'commit' });
    }
  }
}
