import type { Cell } from '../../contract/query';
import { formatTable } from './format';

const widestCell = 40;

/** One cell for a terminal: "—" for null, long text cut with "…", no line breaks. */
export function cellText(cell: Cell, widest = widestCell): string {
  if (cell === null) return '—';
  if (cell === '') return '""';
  const text = String(cell).replace(/\s+/g, ' ');
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}

/** Rows under the names of their columns. */
export function rowsText(
  columns: readonly { readonly name: string }[],
  rows: readonly (readonly Cell[])[],
): string {
  return formatTable(
    columns.map(({ name }) => name),
    rows.map((row) => row.map((cell) => cellText(cell))),
  );
}
