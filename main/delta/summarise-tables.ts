import type { TableSummary } from '../contract/delta';
import type { Lake } from './lake';
import { toTableSummary } from './snapshot';

/** The newest version of every table that can be read; the others are left out. */
export async function summariseTables(lake: Lake): Promise<TableSummary[]> {
  const names = await lake.listTables();
  const snapshots = await Promise.allSettled(names.map((name) => lake.snapshot(name)));
  return snapshots.flatMap((one) =>
    one.status === 'fulfilled' ? [toTableSummary(one.value)] : [],
  );
}
