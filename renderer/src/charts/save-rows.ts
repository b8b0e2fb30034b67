import { saveFile } from '../components/save-file';
import { rowsAsText } from '../grid/copy-rows';
import type { CopiedRows } from '../grid/copy-rows';

/** The figures that a chart is drawn from, as a table. */
export type ChartRows = Pick<CopiedRows, 'columns' | 'rows'>;

/** Figures as a CSV file of that name, every digit as it was read. */
export function saveRows(name: string, { columns, rows }: ChartRows): void {
  saveFile(`${name}.csv`, `${rowsAsText('csv', { columns, rows, table: 'rows' })}\r\n`, 'text/csv');
}
