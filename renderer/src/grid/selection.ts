import type { ActiveCell } from './grid-keys';

/**
 * What is selected: the cells between two corners, or whole rows. `anchor` stays while the selection
 * is drawn out to `end`.
 */
export interface Selection {
  readonly kind: 'cells' | 'rows';
  readonly anchor: ActiveCell;
  readonly end: ActiveCell;
}

/** Rows and places of columns of a selection, ends included. */
export interface SelectionBounds {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Null as the selection, or one that has no column left, has no bounds. */
export function boundsOf(selection: Selection | null, columns: number): SelectionBounds | null {
  if (selection === null || columns === 0) return null;
  const { kind, anchor, end } = selection;
  const isRows = kind === 'rows';
  return {
    firstRow: Math.min(anchor.row, end.row),
    lastRow: Math.max(anchor.row, end.row),
    firstColumn: isRows ? 0 : Math.min(anchor.column, end.column),
    lastColumn: isRows ? columns - 1 : Math.min(columns - 1, Math.max(anchor.column, end.column)),
  };
}

/** A selection after a cell was chosen: drawn out from its anchor, or begun anew there. */
export function select(
  before: Selection | null,
  cell: ActiveCell,
  { kind, isRange }: { kind: Selection['kind']; isRange: boolean },
): Selection {
  return isRange && before ? { ...before, kind, end: cell } : { kind, anchor: cell, end: cell };
}
