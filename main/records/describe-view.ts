import type { TableName } from '../contract/delta';
import type { RecordFilter, TableView } from '../contract/records';
import { toCondition } from './filter-condition';
import { toPageSql } from './page-sql';
import type { RecordPlace } from './record-place';
import { columnsOf, findColumn } from './table-columns';

/** All rows that a grid shows, as SQL over the version that it shows. */
export interface DescribedView {
  /** The table without its layer. */
  readonly name: string;
  /** Unsorted; `sort` stands beside it. */
  readonly sql: string;
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  /** Columns of the SQL that are there for `sort` alone. */
  readonly orderOnly: readonly string[];
  readonly atVersions: ReadonlyMap<TableName, number>;
  /** Filters in words. */
  readonly filters: readonly string[];
}

/** Checks columns, filters and sort against the version; fails like `readPage`. */
export function describeView(place: RecordPlace, view: TableView): Promise<DescribedView> {
  const { table, filters } = view;
  return place.use('Describing a view', table, {}, async (connection) => {
    const snapshot = await place.snapshot(table, view.atVersion);
    const all = columnsOf(snapshot);
    const shown = view.columns?.map((name) => findColumn(table, all, name)) ?? all;
    const sort = view.sort.map(({ column, descending }) => ({
      column: findColumn(table, all, column).name,
      descending,
    }));
    const orderOnly = all.filter(
      (column) => !shown.includes(column) && sort.some((one) => one.column === column.name),
    );
    const condition = await toCondition(connection, table, all, filters);
    return {
      name: table.slice(table.indexOf('.') + 1),
      sql: toPageSql(table, [...shown, ...orderOnly], { condition, sort: [] }),
      sort,
      orderOnly: orderOnly.map(({ name }) => name),
      atVersions: new Map([[table, snapshot.version]]),
      filters: filters.map(inWords),
    };
  });
}

function inWords(filter: RecordFilter): string {
  const { column, operator } = filter;
  switch (filter.operator) {
    case 'isNull':
    case 'isNotNull':
      return `${column} ${operator}`;
    case 'between':
      return `${column} between ${filter.from ?? '…'} and ${filter.until ?? '…'}`;
    case 'in':
      return `${column} in ${filter.values.join(', ')}`;
    default:
      return `${column} ${operator} ${String(filter.value)}`;
  }
}
