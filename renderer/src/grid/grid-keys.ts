/** The cell that the keyboard is at: row of the table, place among the visible columns. */
export interface ActiveCell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page up or down moves by. */
  readonly pageRows: number;
}

/**
 * Where a key moves the active cell (ARIA grid pattern: arrows, Home and End in the row, with the
 * modifier in the table, Page Up and Page Down); null for a key that moves nothing.
 */
export function moveActive(
  { key, isModified }: { key: string; isModified: boolean },
  { row, column }: ActiveCell,
  { rows, columns, pageRows }: GridSize,
): ActiveCell | null {
  const to = (nextRow: number, nextColumn: number): ActiveCell => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    column: Math.max(0, Math.min(columns - 1, nextColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'PageDown':
      return to(row + pageRows, column);
    case 'PageUp':
      return to(row - pageRows, column);
    case 'Home':
      return to(isModified ? 0 : row, 0);
    case 'End':
      return to(isModified ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

/** Alt+Shift with an arrow up or down makes the column of the active cell wider or narrower; else null. */
export function widensColumn(press: {
  key: string;
  altKey: boolean;
  shiftKey: boolean;
}): -1 | 1 | null {
  if (!press.altKey || !press.shiftKey) return null;
  return press.key === 'ArrowDown' ? -1 : press.key === 'ArrowUp' ? 1 : null;
}

/** Alt+Shift with an arrow moves the column of the active cell: by how much; null for other keys. */
export function movesColumn(press: {
  key: string;
  altKey: boolean;
  shiftKey: boolean;
}): -1 | 1 | null {
  if (!press.altKey || !press.shiftKey) return null;
  return press.key === 'ArrowLeft' ? -1 : press.key === 'ArrowRight' ? 1 : null;
}
