import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo } from 'react';
import type { Cell } from '../../../main/contract/query';
import type { RecordPage } from '../../../main/contract/records';
import { isNumeric } from '../format/cells';
import type { ColumnLayout } from './column-layout';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
const helper = createColumnHelper<typeof features, readonly Cell[]>();
/** Rows come page by page and are drawn by the grid: the table's model is that of the columns. */
const noRows: (readonly Cell[])[] = [];

const leastWidth = 60;
const mostWidth = 1_200;
/** Of one press of a key. */
const widthStep = 24;

/** A width in which a column's usual values stand. */
function usualWidth({ name, type, unit }: RecordPage['columns'][number]): number {
  const byName = 34 + name.length * 7.5;
  // The type of an amount, with its unit, is longer than the figures.
  const byNumber = unit ? 150 : 104;
  const byType = /^TIMESTAMP/.test(type) ? 186 : isNumeric(type) ? byNumber : 140;
  return Math.round(Math.min(320, Math.max(byName, byType)));
}

/** The columns of a table as a person has laid them out; `onLayout` is told of each change. */
export function useColumns(
  columns: readonly RecordPage['columns'][number][],
  layout: ColumnLayout,
  onLayout: (layout: ColumnLayout) => void,
) {
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column, at) =>
          helper.accessor((row) => row[at] ?? null, {
            id: column.name,
            size: usualWidth(column),
            minSize: leastWidth,
            maxSize: mostWidth,
          }),
        ),
      ),
    [columns],
  );
  const initialState = useMemo(
    () => ({
      columnSizing: { ...layout.widths },
      columnVisibility: Object.fromEntries(layout.hidden.map((name) => [name, false])),
      columnOrder: [...layout.order],
      columnPinning: { start: [...layout.frozen], end: [] },
    }),
    // The layout begins the table; after that the table's own state leads.
    [],
  );
  const model = useTable({
    features,
    columns: definitions,
    data: noRows,
    initialState,
    columnResizeMode: 'onChange',
  });
  const { columnSizing, columnVisibility, columnOrder, columnPinning } = model.state;
  useEffect(() => {
    const hidden = Object.entries(columnVisibility).flatMap(([name, isShown]) =>
      isShown ? [] : [name],
    );
    onLayout({ widths: columnSizing, hidden, order: columnOrder, frozen: columnPinning.start });
  }, [onLayout, columnSizing, columnVisibility, columnOrder, columnPinning]);
  return model;
}
export type ColumnModel = ReturnType<typeof useColumns>;

/** Everything as by default. */
export function resetLayout(model: ColumnModel): void {
  model.resetColumnSizing(true);
  model.resetColumnVisibility(true);
  model.resetColumnOrder(true);
  model.resetColumnPinning(true);
}

/** Names in the order in which they stand, hidden ones included, frozen ones first. */
export function namesInOrder(model: ColumnModel): string[] {
  const all = model.getAllLeafColumns().map(({ id }) => id);
  const frozen = model.state.columnPinning.start.filter((id) => all.includes(id));
  return [...frozen, ...all.filter((id) => !frozen.includes(id))];
}

/** Puts the columns in an order; frozen ones stay frozen, in that order among themselves. */
export function orderColumns(model: ColumnModel, names: readonly string[]): void {
  const frozen = new Set(model.state.columnPinning.start);
  model.setColumnOrder([...names]);
  model.setColumnPinning({ start: names.filter((name) => frozen.has(name)), end: [] });
}

/** Makes a column wider (1) or narrower (-1) by a step, inside its bounds. */
export function widenColumn(model: ColumnModel, name: string, step: -1 | 1): void {
  const width = model.getColumn(name)?.getSize();
  if (width === undefined) return;
  const next = Math.min(mostWidth, Math.max(leastWidth, width + step * widthStep));
  model.setColumnSizing((before) => ({ ...before, [name]: next }));
}
