import type { RecordFilter } from '../../../../main/contract/records';

type Filters = readonly RecordFilter[];
const isList = (filter: RecordFilter, column: string) =>
  filter.column === column && filter.operator === 'in';

/** The values that a column may have by its lists. */
export const listedIn = (filters: Filters, column: string): string[] =>
  filters.flatMap((one) =>
    isList(one, column) && one.operator === 'in' ? one.values.map(String) : [],
  );

/** The conditions without the lists of a column. */
export const withoutList = (filters: Filters, column: string): RecordFilter[] =>
  filters.filter((one) => !isList(one, column));

/** The conditions with this list in the place of those that the column has; none for no value. */
export function withList(
  filters: Filters,
  column: string,
  values: readonly string[],
): RecordFilter[] {
  const others = withoutList(filters, column);
  return values.length === 0
    ? others
    : [...others, { column, operator: 'in', values: [...values] }];
}
