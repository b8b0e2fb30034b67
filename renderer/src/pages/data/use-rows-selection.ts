import { useEffect, useState } from 'react';
import type { Cell } from '../../../../main/contract/query';
import { rowsAsText } from '../../grid/copy-rows';
import type { CopyForm } from '../../grid/copy-rows';
import { boundsOf } from '../../grid/selection';
import type { Selection, SelectionBounds } from '../../grid/selection';
import type { ShownColumn } from '../../grid/shown-columns';
import type { RowPages } from '../../grid/use-row-pages';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { mostSelectedRows, useSelectedRows } from './use-selected-rows';

/** What is selected in the grid of a table. */
export interface RowsSelection {
  readonly selection: Selection | null;
  readonly kind: Selection['kind'];
  readonly bounds: SelectionBounds | null;
  /** The selected columns. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The selected values; null while they are read, or when they are too many. */
  readonly rows: readonly (readonly Cell[])[] | null;
  /** What came of the last copy; null again after a moment. */
  readonly outcome: 'done' | 'failed' | null;
  onSelect(selection: Selection | null): void;
  copy(form: CopyForm, hasHeader: boolean): Promise<void>;
}

const outcomeMs = 2_000;

/** Keeps the selection, reads its values, and copies them: Mod+Shift+C with their header. */
export function useRowsSelection(
  table: string,
  pages: RowPages,
  shown: readonly ShownColumn[],
): RowsSelection {
  const [selection, onSelect] = useState<Selection | null>(null);
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const bounds = boundsOf(selection, shown.length);
  const rows = useSelectedRows(pages, bounds, shown);
  const chosen = bounds === null ? [] : shown.slice(bounds.firstColumn, bounds.lastColumn + 1);
  const columns = chosen.map(({ id, type }) => ({ name: id, type }));
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), outcomeMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (form: CopyForm, hasHeader: boolean) => {
    if (bounds === null || bounds.lastRow - bounds.firstRow >= mostSelectedRows) return;
    try {
      const read = await pages.read(bounds.firstRow, bounds.lastRow);
      const values = read.map((row) => chosen.map(({ place }) => row[place] ?? null));
      const text = rowsAsText(form, { columns, rows: values, table }, hasHeader);
      await navigator.clipboard.writeText(text);
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  };
  useShortcut('copy-rows', bounds === null ? null : () => void copy('tsv', true));
  const kind = selection?.kind ?? 'cells';
  return { selection, kind, bounds, columns, rows, outcome, onSelect, copy };
}
