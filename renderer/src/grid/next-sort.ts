import type { SortColumn } from './header-cell';

/**
 * The order after a click on a column: rising, then falling, then not by it. `isAdded` keeps the
 * other columns before it.
 */
export function nextSort(
  sort: readonly SortColumn[],
  column: string,
  isAdded: boolean,
): SortColumn[] {
  const before = sort.find((one) => one.column === column);
  const others = isAdded ? sort.filter((one) => one.column !== column) : [];
  if (before === undefined) return [...others, { column, descending: false }];
  return before.descending ? others : [...others, { column, descending: true }];
}
