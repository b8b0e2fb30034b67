import { rowIdColumns, toSnapshotSelect } from '../analytics/snapshot-select';
import type { SqlConnection } from '../analytics/sql-connection';
import { quoteName } from '../analytics/sql-quoting';
import { pruneFiles } from '../delta/prune-files';
import type { Condition } from './filter-condition';
import type { OrderedSnapshot } from './ordered-snapshot';

/** What orders and chooses the rows of an index. */
export interface RowOrder {
  readonly condition: Condition;
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
}

/** The places of rows in an order, kept as a table of DuckDB: 8 bytes a row. */
export interface RowIndex {
  readonly name: string;
  readonly rowCount: number;
}

interface Kept {
  readonly index: RowIndex;
  readonly snapshot: OrderedSnapshot;
}

/** Bounds of what is kept: the index that was used longest ago goes first, the newest never. */
const mostIndexes = 8;
const mostRows = 20_000_000;

/** Row indexes by version, sort and filter, each built once. */
export class RowIndexes {
  private readonly kept = new Map<string, Kept>();
  private built = 0;

  /** The index of an order over a snapshot that was built before; null for none. */
  find(snapshot: OrderedSnapshot, order: RowOrder): RowIndex | null {
    const key = keyOf(snapshot, order);
    const kept = this.kept.get(key);
    // A reset table has the same versions again, but never the same snapshot.
    if (kept === undefined || kept.snapshot !== snapshot) return null;
    this.kept.delete(key);
    this.kept.set(key, kept);
    return kept.index;
  }

  /**
   * Builds it: rows by the sort columns, nulls last; equal rows newest first. One statement of the
   * connection, which can be interrupted.
   */
  async build(
    connection: SqlConnection,
    snapshot: OrderedSnapshot,
    order: RowOrder,
  ): Promise<RowIndex> {
    const { file, row } = rowIdColumns;
    const { sql, values, comparisons } = order.condition;
    const files = pruneFiles(snapshot.snapshot, comparisons);
    const sort = order.sort.map(
      ({ column, descending }) => `${quoteName(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`,
    );
    const name = `row_index_${++this.built}`;
    await connection.run(
      `CREATE TABLE ${name} AS SELECT ${file}::INTEGER AS ${file}, ${row}::UINTEGER AS ${row}
       FROM (${toSnapshotSelect(snapshot.snapshot, { withRowIds: true, files })})
       ${sql === '' ? '' : `WHERE ${sql}`}
       ORDER BY ${[...sort, `${file} DESC`, `${row} DESC`].join(', ')}`,
      values,
    );
    const rowCount = Number((await connection.readFirstRow(`SELECT count(*) FROM ${name}`))?.[0]);
    const index = { name, rowCount };
    this.kept.set(keyOf(snapshot, order), { index, snapshot });
    await this.dropOldest(connection);
    return index;
  }

  /** File and row of a part of an index, in its order. */
  async readPlaces(
    connection: SqlConnection,
    { name }: RowIndex,
    offset: number,
    limit: number,
  ): Promise<[file: number, row: number][]> {
    const rows = await connection.readRows(
      `SELECT ${rowIdColumns.file}, ${rowIdColumns.row} FROM ${name}
       WHERE rowid >= ${offset} AND rowid < ${offset + limit} ORDER BY rowid`,
    );
    return rows.map(([file, row]) => [Number(file), Number(row)]);
  }

  private async dropOldest(connection: SqlConnection): Promise<void> {
    const rows = () => [...this.kept.values()].reduce((sum, { index }) => sum + index.rowCount, 0);
    while (this.kept.size > 1 && (this.kept.size > mostIndexes || rows() > mostRows)) {
      const [key, { index }] = this.kept.entries().next().value!;
      this.kept.delete(key);
      await connection.run(`DROP TABLE ${index.name}`);
    }
  }
}

function keyOf({ snapshot }: OrderedSnapshot, { condition, sort }: RowOrder): string {
  return JSON.stringify([snapshot.table, snapshot.version, condition, sort]);
}
