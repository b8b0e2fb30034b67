import { useEffect, useState } from 'react';
import type { Cell } from '../../../../main/contract/query';
import type { SelectionBounds } from '../../grid/selection';
import type { ShownColumn } from '../../grid/shown-columns';
import type { RowPages } from '../../grid/use-row-pages';

/** So many rows are read for a sum or a copy; more are for an export. */
export const mostSelectedRows = 10_000;
/** A selection that is being drawn out is not read at every row that it passes. */
const settleMs = 150;

/** The selected values by row; null while they are read, or when they are too many. */
export function useSelectedRows(
  pages: RowPages,
  bounds: SelectionBounds | null,
  shown: readonly ShownColumn[],
): readonly (readonly Cell[])[] | null {
  const key = JSON.stringify([bounds, shown.map(({ id }) => id), pages.head?.tableVersion]);
  const [read, setRead] = useState<{ key: string; rows: readonly (readonly Cell[])[] } | null>(
    null,
  );
  useEffect(() => {
    if (bounds === null || bounds.lastRow - bounds.firstRow >= mostSelectedRows) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      // A refusal is shown by the pages themselves as soon as the rows are looked at.
      const rows = await pages.read(bounds.firstRow, bounds.lastRow).catch(() => null);
      if (isWanted && rows) setRead({ key, rows });
    }, settleMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
    // The key stands for bounds, columns and version; pages may come meanwhile.
  }, [key]);
  if (bounds === null || read?.key !== key) return null;
  const columns = shown.slice(bounds.firstColumn, bounds.lastColumn + 1);
  return read.rows.map((row) => columns.map(({ place }) => row[place] ?? null));
}
