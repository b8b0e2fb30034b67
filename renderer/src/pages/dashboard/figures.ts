import type { QueryResult } from '../../../../main/contract/query';
import { isNumeric } from '../../format/cells';
import type { DashboardPanel } from './dashboards';

/** One figure that a panel draws: a row of its result and the column. */
export interface Figure {
  readonly row: number;
  readonly column: string;
}

/** Every figure that a panel draws from a result, in the order of its rows. */
export function figuresOf(panel: DashboardPanel, result: QueryResult): Figure[] {
  const columns = figureColumns(panel, result);
  return result.rows.flatMap((_, row) => columns.map((column) => ({ row, column })));
}

function figureColumns(panel: DashboardPanel, { columns }: QueryResult): readonly string[] {
  switch (panel.kind) {
    case 'bars':
    case 'heat':
      return [panel.value];
    case 'lines':
      return panel.lines.map(({ column }) => column);
    case 'stacked':
    case 'tiles':
    case 'table':
      return columns.filter(({ type }) => isNumeric(type)).map(({ name }) => name);
  }
}
