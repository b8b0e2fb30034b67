import { rowIdColumns } from '../analytics/snapshot-select';
import type { SqlConnection } from '../analytics/sql-connection';
import { failed, FailureError } from '../contract/failure';
import type { RecordPage, RecordPageRequest } from '../contract/records';
import type { Cell } from '../contract/query';
import { toCondition } from './filter-condition';
import { orderSnapshot, rowCountOf, type OrderedSnapshot } from './ordered-snapshot';
import { toPageSql } from './page-sql';
import type { RecordPlace, WorkControl } from './record-place';
import type { RowIndexes, RowOrder } from './row-indexes';
import { naturalPlaces, toPlacesSelect, type RowPlaces } from './row-places';
import { columnsOf, findColumn, type TableColumn } from './table-columns';

/**
 * One page of a table's rows. In natural order it costs the same anywhere in the table; a sort or
 * filter is computed once per version and then costs a look-up. Fails with `COLUMN_UNKNOWN`,
 * `FILTER_INVALID`, `REQUEST_CANCELLED`, or like `Lake.snapshot`.
 */
export function readPage(
  place: RecordPlace,
  indexes: RowIndexes,
  request: RecordPageRequest,
  control: WorkControl = {},
): Promise<RecordPage> {
  const startedAtMs = performance.now();
  const { table, offset, limit } = request;
  return place.use('Reading records', table, control, async (connection) => {
    const snapshot = await place.snapshot(table, request.atVersion);
    const all = columnsOf(snapshot);
    const shown = request.columns?.map((name) => findColumn(table, all, name)) ?? all;
    const order = await toOrder(connection, all, request);
    const ordered = await orderSnapshot(connection, snapshot);
    const found = await findRowPlaces(connection, indexes, ordered, order, offset, limit);
    const names = shown.map(({ name }) => name);
    const rows = await readPlaces(connection, ordered, names, found);
    return {
      table,
      tableVersion: snapshot.version,
      committedAtMs: snapshot.committedAtMs,
      columns: shown,
      offset,
      totalRows: found.totalRows,
      rows,
      sql: toPageSql(table, shown, order),
      elapsedMs: performance.now() - startedAtMs,
    };
  });
}

/** What orders and chooses the rows that are asked for, checked against the table's columns. */
export async function toOrder(
  connection: SqlConnection,
  columns: readonly TableColumn[],
  { table, filters, sort }: Pick<RecordPageRequest, 'table' | 'filters' | 'sort'>,
): Promise<RowOrder> {
  return {
    condition: await toCondition(connection, table, columns, filters),
    sort: sort.map(({ column, descending }) => ({
      column: findColumn(table, columns, column).name,
      descending,
    })),
  };
}

/** Where the rows of a page lie: by arithmetic in natural order, else by an index. */
export async function findRowPlaces(
  connection: SqlConnection,
  indexes: RowIndexes,
  ordered: OrderedSnapshot,
  order: RowOrder,
  offset: number,
  limit: number,
): Promise<FoundPlaces> {
  const isNatural = order.sort.length === 0 && order.condition.sql === '';
  return isNatural
    ? { totalRows: rowCountOf(ordered), places: naturalPlaces(ordered, offset, limit) }
    : findPlaces(connection, indexes, ordered, order, offset, limit);
}

interface FoundPlaces {
  readonly totalRows: number;
  readonly places: readonly RowPlaces[];
  /** Place of each row on the page, by file and row; null for newest first. */
  readonly positions?: ReadonlyMap<string, number>;
}

async function findPlaces(
  connection: SqlConnection,
  indexes: RowIndexes,
  ordered: OrderedSnapshot,
  order: RowOrder,
  offset: number,
  limit: number,
): Promise<FoundPlaces> {
  for (let attempt = 1; ; attempt++) {
    const index = indexes.find(ordered, order) ?? (await indexes.build(connection, ordered, order));
    try {
      const pairs = await indexes.readPlaces(connection, index, offset, limit);
      const rowsByFile = new Map<number, number[]>();
      for (const [file, row] of pairs) {
        rowsByFile.set(file, [...(rowsByFile.get(file) ?? []), row]);
      }
      return {
        totalRows: index.rowCount,
        places: [...rowsByFile].map(([file, rows]) => ({ file, rows })),
        positions: new Map(pairs.map(([file, row], position) => [`${file} ${row}`, position])),
      };
    } catch (error) {
      // Another request's index took its place meanwhile.
      const isDropped = error instanceof Error && error.message.includes(index.name);
      if (!isDropped || error instanceof FailureError || attempt === 3) throw error;
    }
  }
}

async function readPlaces(
  connection: SqlConnection,
  ordered: OrderedSnapshot,
  columns: readonly string[],
  { places, positions }: FoundPlaces,
): Promise<Cell[][]> {
  if (places.length === 0) return [];
  const select = toPlacesSelect(ordered, columns, places);
  const newestFirst = `ORDER BY ${rowIdColumns.file} DESC, ${rowIdColumns.row} DESC`;
  const rows = await connection.readRows(positions ? select : `FROM (${select}) ${newestFirst}`);
  const cells = (row: Cell[]) => row.slice(0, columns.length);
  if (!positions) return rows.map(cells);
  const page: Cell[][] = Array.from({ length: positions.size });
  for (const row of rows) {
    const position = positions.get(`${row[columns.length]} ${row[columns.length + 1]}`);
    if (position === undefined) throw failed('INTERNAL', { reason: 'A row lies elsewhere.' });
    page[position] = cells(row);
  }
  return page;
}
