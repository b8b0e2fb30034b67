import { quoteName } from '../analytics/sql-quoting';
import type { ExportColumn } from './column-type';
import type { CsvForm } from './export-options';
import { typedValue, type CarefulColumns } from './value-sql';

export interface SortColumn {
  readonly column: string;
  readonly descending: boolean;
  /** True for a column of the query that is not written: `column` is its name there. */
  readonly isOrderOnly?: true;
}

/** What is written into one file (and its Parquet twin). */
export interface Dataset {
  /** Name of the file, and of the query in `queries/`. */
  readonly name: string;
  /** SELECT over the lake's tables, its parameters filled in. */
  readonly sql: string;
  readonly columns: readonly ExportColumn[];
  readonly sort: readonly SortColumn[];
  /** True: the rows stay in the order of `sql`, which has an ORDER BY of its own, and `sort` is empty. */
  readonly keepsOrder: boolean;
  /** Column whose values tell rows apart; null for none. */
  readonly idColumn: string | null;
  /** Most rows, of the sorted ones; null for all. */
  readonly limit: number | null;
  /** Filters in words, for the manifest. */
  readonly filters: readonly string[];
}

/**
 * The rows as both kinds of files have them. Sorted by the file's own values; the remaining columns
 * break ties from left to right (E-16), which is left out when the id alone settles the order, and in
 * a dataset that keeps the order of its query.
 */
export function valuesSelect(
  { sql, columns, sort, keepsOrder, idColumn, limit }: Dataset,
  form: CsvForm,
  careful: CarefulColumns,
  { isIdUnique = false, isSorted = true, extra = [] as readonly string[] } = {},
): string {
  const typed = columns.map(
    (column) =>
      `${typedValue(column, form, careful.has(column.name))} AS ${quoteName(column.name)}`,
  );
  const selectWith = (more: readonly string[]) =>
    `SELECT ${[...typed, ...more].join(', ')}\nFROM (\n${sql}\n) AS source`;
  if ((keepsOrder || !isSorted) && limit === null) return selectWith(extra);
  const settled = isIdUnique && sort.some(({ column }) => column === idColumn);
  const written = sort.filter(({ isOrderOnly }) => !isOrderOnly);
  const named = new Set(written.map(({ column }) => column));
  const rest = settled ? [] : columns.filter(({ name }) => !named.has(name));
  const orderOnly = sort.flatMap(({ column, isOrderOnly }) => (isOrderOnly ? [column] : []));
  const orderName = (column: string) => quoteName(`order ${orderOnly.indexOf(column)}`);
  const order = [
    ...sort,
    ...rest.map(({ name }): SortColumn => ({ column: name, descending: false })),
  ];
  const ordering = order.map(({ column, descending, isOrderOnly }) => {
    const name = isOrderOnly ? orderName(column) : quoteName(column);
    return `${name} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  const select = selectWith([
    ...extra,
    ...orderOnly.map((column) => `${quoteName(column)} AS ${orderName(column)}`),
  ]);
  const shown = orderOnly.length === 0 ? '*' : `* EXCLUDE (${orderOnly.map(orderName).join(', ')})`;
  const ordered = `SELECT ${shown} FROM (\n${select}\n) ORDER BY ${ordering.join(', ')}`;
  return limit === null ? ordered : `${ordered} LIMIT ${limit}`;
}
