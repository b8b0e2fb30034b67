import type { TableSnapshot } from '../delta/snapshot';
import type { JournaledQuery } from './batch-journal';

/** What a checkpoint tells of its own query. */
export interface CheckpointState {
  /** Null before the query's first start, as after a reset. */
  readonly queryId: string | null;
  /** The newest batch that it calls committed; null when there is none. */
  readonly completedBatch: number | null;
}

/**
 * Which micro-batches all row-level tables hold: those that the journal has, those of the
 * checkpoint's own query that it calls committed, and those that Silver has, which is committed
 * last of these tables. A query that a reset has ended may have left a batch unfinished for ever:
 * the query after it reads the same records again.
 */
export class CommittedBatches {
  private readonly journaled: ReadonlyMap<string, number>;

  constructor(
    private readonly journal: readonly JournaledQuery[],
    private readonly silver: TableSnapshot | null,
    private readonly checkpoint: CheckpointState,
  ) {
    this.journaled = new Map(journal.map(({ queryId, newestBatch }) => [queryId, newestBatch]));
  }

  /** The newest of the checkpoint's own query; null for none. */
  get current(): number | null {
    const { queryId, completedBatch } = this.checkpoint;
    if (queryId === null) return null;
    const newest = Math.max(
      this.journaled.get(queryId) ?? -1,
      this.silver?.transactions.get(queryId) ?? -1,
      completedBatch ?? -1,
    );
    return newest < 0 ? null : newest;
  }

  /** False before the first batch of a pack, of any query. */
  isAny(pack: string): boolean {
    const isNoted = this.journal.some((query) => query.pack === pack);
    return isNoted || this.current !== null || (this.silver?.transactions.size ?? 0) > 0;
  }

  /**
   * Whether a table holds rows of a batch whose end offsets are not known: of one under way, or one
   * that was never finished. `isCurrentKnown`: those of `current` are, else only the journal's.
   */
  hasMore(table: TableSnapshot, isCurrentKnown: boolean): boolean {
    return [...table.transactions].some(([queryId, batchId]) => {
      const isCurrent = isCurrentKnown && queryId === this.checkpoint.queryId;
      const known = isCurrent ? this.current : this.journaled.get(queryId);
      return batchId > (known ?? -1);
    });
  }
}
