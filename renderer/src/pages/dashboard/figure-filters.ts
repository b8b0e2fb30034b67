import type { RecordFilter, RecordPage } from '../../../../main/contract/records';
import { keysOf } from '../../sql/figure-sql';
import type { OpenedFigure } from './open-figure';
import { filterColumns } from './dashboards';

/**
 * A figure's row and the filters of its query as filters of a table's grid: those whose column the
 * table has. What is counted there is then what the figure was made from, as far as that table keeps it.
 */
export function figureFilters(
  { result, row }: OpenedFigure,
  columns: RecordPage['columns'],
): RecordFilter[] {
  const has = (name: string) => columns.some((column) => column.name === name);
  const filters: RecordFilter[] = [];
  for (const [parameter, value] of Object.entries(result.parameters)) {
    const column = filterColumns.sets[parameter]?.find(has);
    if (Array.isArray(value) && value.length > 0 && column !== undefined)
      filters.push({ column, operator: 'in', values: value });
  }
  const text = (name: string) => (result.parameters[name] as string | null | undefined) ?? null;
  const [from, until] = [text('since'), text('until')];
  const time = filterColumns.times.find(has);
  if (time !== undefined && (from !== null || until !== null))
    filters.push({ column: time, operator: 'between', from, until });
  for (const { name, value } of row === null ? [] : (keysOf(result, row) ?? [])) {
    if (!has(name)) continue;
    filters.push(
      value === null
        ? { column: name, operator: 'isNull' }
        : { column: name, operator: 'equals', value },
    );
  }
  return filters;
}
