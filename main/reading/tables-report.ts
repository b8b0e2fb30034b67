import { toCommitMarks } from '../analytics/commit-marks';
import { layers, type TableName, type TableSummary } from '../contract/delta';
import { toFailure } from '../contract/failure';
import type {
  TableHistory,
  TableHistoryRequest,
  TablesReport,
  TableVersionEntry,
} from '../contract/table-history';
import type { Lake } from '../delta/lake';
import { toTableSummary } from '../delta/snapshot';
import type { TableCommit } from '../delta/table-history';

/** Every table of a lake; one that cannot be read does not hide the others. */
export async function readTables(lake: Lake): Promise<TablesReport> {
  const tables: TableSummary[] = [];
  const unreadable: { table: TableName; failure: ReturnType<typeof toFailure> }[] = [];
  const names = await lake.listTables();
  // The layers in the order of the data's way, tables by name.
  const inOrder = layers.flatMap((layer) => names.filter((name) => name.startsWith(`${layer}.`)));
  for (const table of inOrder) {
    try {
      tables.push(toTableSummary(await lake.snapshot(table)));
    } catch (error) {
      unreadable.push({ table, failure: toFailure(error) });
    }
  }
  return { readAtMs: Date.now(), tables, unreadable };
}

/** The newest versions of a table. Fails like `Lake.snapshot`, naming the nearest tables. */
export async function readTableHistory(
  lake: Lake,
  { table, limit }: TableHistoryRequest,
): Promise<TableHistory> {
  const { commits } = await (await lake.logOf(table)).list();
  const versions = (await lake.history(table, { limit })).map(toEntry);
  return { table, kept: commits.length, versions };
}

function toEntry({ transactions, operationMetrics: _, ...commit }: TableCommit): TableVersionEntry {
  return { ...commit, ...toCommitMarks(transactions) };
}
