import type { TableName } from '../contract/delta';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';

/**
 * Which micro-batches all row-level tables hold. Each commits Silver last of these tables, under
 * the same query id and batch id; one without rows for Silver commits nothing there, so that only the
 * checkpoint can tell that it is complete.
 */
export class CommittedBatches {
  constructor(
    private readonly silver: TableSnapshot | null,
    /** Newest batch that the checkpoint calls committed; null when not known. */
    private readonly completed: number | null,
  ) {}

  includes(queryId: string, batchId: number): boolean {
    const inSilver = this.silver?.transactions.get(queryId) ?? -1;
    return batchId <= Math.max(inSilver, this.completed ?? -1);
  }

  /** The newest of them; null for none. */
  get newest(): number | null {
    const inSilver = [...(this.silver?.transactions.values() ?? [])].at(-1) ?? -1;
    const newest = Math.max(inSilver, this.completed ?? -1);
    return newest < 0 ? null : newest;
  }
}

/**
 * A row-level table as of these batches: what it has of later ones is work under way, not a finding,
 * and the version before it is read. Null when the table is not there, or has nothing but later
 * batches.
 */
export async function snapshotOfBatches(
  lake: Lake,
  table: TableName,
  batches: CommittedBatches,
): Promise<TableSnapshot | null> {
  if (!lake.has(table)) return null;
  const newest = await lake.snapshot(table);
  let version = newest.version;
  const log = await lake.logOf(table);
  for (let looked = newest.version; looked >= 0; looked--) {
    const reading = await log.readCommit(looked);
    if (reading.kind !== 'read') break;
    const { transactions } = reading.actions;
    if (transactions.length === 0) continue;
    if (transactions.every(({ appId, version: id }) => batches.includes(appId, id))) break;
    version = looked - 1;
  }
  if (version < 0) return null;
  return version === newest.version ? newest : lake.snapshot(table, { atVersion: version });
}
