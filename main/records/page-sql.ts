import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { TableName } from '../contract/delta';
import type { RowOrder } from './row-indexes';
import type { TableColumn } from './table-columns';

/**
 * What a page shows, as the SQL that a person would write for it: to copy, to open in the SQL box and
 * to export. It names the table, so it follows the newest version.
 */
export function toPageSql(
  table: TableName,
  columns: readonly TableColumn[],
  { condition, sort }: RowOrder,
): string {
  const literal = (_: string, index: string) => {
    const value = condition.values[Number(index) - 1] ?? null;
    return typeof value === 'string' ? quoteText(value) : String(value);
  };
  const where = condition.sql.replace(/\$(\d+)/g, literal);
  const order = sort.map(
    ({ column, descending }) => `${quoteName(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`,
  );
  return [
    `SELECT ${columns.map(({ name }) => quoteName(name)).join(', ')}`,
    `FROM ${table}`,
    ...(where === '' ? [] : [`WHERE ${where}`]),
    ...(order.length === 0 ? [] : [`ORDER BY ${order.join(', ')}`]),
  ].join('\n');
}
