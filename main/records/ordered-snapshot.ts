import { toSnapshotSelect } from '../analytics/snapshot-select';
import type { SqlConnection } from '../analytics/sql-connection';
import type { TableSnapshot } from '../delta/snapshot';

/** A snapshot whose files stand in the natural order of rows, oldest first. */
export interface OrderedSnapshot {
  readonly snapshot: TableSnapshot;
  /** Rows before each file; one entry more than there are files, the last is the count of all. */
  readonly rowsBefore: readonly number[];
}

const known = new WeakMap<TableSnapshot, OrderedSnapshot>();

/**
 * Orders the files of a snapshot by the commit that added them (those of before the log checkpoint
 * first), then by path, so that the place of row k is arithmetic. Files without statistics are
 * counted once per snapshot.
 */
export async function orderSnapshot(
  connection: SqlConnection,
  snapshot: TableSnapshot,
): Promise<OrderedSnapshot> {
  const kept = known.get(snapshot);
  if (kept) return kept;
  const files = [...snapshot.files].sort(
    (a, b) => (a.addedAtVersion ?? -1) - (b.addedAtVersion ?? -1) || (a.path < b.path ? -1 : 1),
  );
  const rowsBefore = [0];
  for (const file of files) {
    const rows =
      file.rows ??
      Number(
        (
          await connection.readFirstRow(
            `SELECT count(*) FROM (${toSnapshotSelect({ ...snapshot, files: [file] })})`,
          )
        )?.[0],
      );
    rowsBefore.push(rowsBefore.at(-1)! + rows);
  }
  const ordered = { snapshot: { ...snapshot, files }, rowsBefore };
  known.set(snapshot, ordered);
  return ordered;
}

/** The count of all rows. */
export function rowCountOf({ rowsBefore }: OrderedSnapshot): number {
  return rowsBefore.at(-1)!;
}
