import type { TableName } from '../contract/delta';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';

/** Newest batch id by streaming query id, as Silver's transactions have it. */
export type CommittedBatches = ReadonlyMap<string, number>;

/**
 * A row-level table as of the batches that Silver holds. Each micro-batch commits Silver last of the
 * row-level tables, under the same query id and batch id; so what another table has of later batches
 * is work under way, not a finding, and the version before it is read. Null when the table is not
 * there, or has nothing but later batches.
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
    if (transactions.every(({ appId, version: id }) => id <= (batches.get(appId) ?? -1))) break;
    version = looked - 1;
  }
  if (version < 0) return null;
  return version === newest.version ? newest : lake.snapshot(table, { atVersion: version });
}

/** The batch that a snapshot contains last, of the query that committed last; null for none. */
export function newestBatch(snapshot: TableSnapshot | null): number | null {
  return [...(snapshot?.transactions.values() ?? [])].at(-1) ?? null;
}
