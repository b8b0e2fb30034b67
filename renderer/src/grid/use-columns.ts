import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo } from 'react';
import type { Cell } from '../../../main/contract/query';
import { isNumeric } from '../format/cells';
import { keepColumnLayout, readColumnLayout } from './column-layout';

const features = tableFeatures({
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
const helper = createColumnHelper<typeof features, readonly Cell[]>();
/** Rows come page by page and are drawn by the grid: the table's model is that of the columns. */
const noRows: (readonly Cell[])[] = [];

const leastWidth = 60;
const mostWidth = 1_200;

/** A width in which a column's usual values stand. */
function usualWidth({ name, type }: { name: string; type: string }): number {
  const byName = 34 + name.length * 7.5;
  const byType = /^TIMESTAMP/.test(type) ? 186 : isNumeric(type) ? 104 : 140;
  return Math.round(Math.min(320, Math.max(byName, byType)));
}

/** Sizes and visibility of a table's columns, kept for that table until they are reset. */
export function useColumns(
  table: string,
  columns: readonly { readonly name: string; readonly type: string }[],
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
  const initialState = useMemo(() => {
    const { widths, hidden } = readColumnLayout(localStorage, table);
    return {
      columnSizing: { ...widths },
      columnVisibility: Object.fromEntries(hidden.map((name) => [name, false])),
    };
  }, [table]);
  const model = useTable({
    features,
    columns: definitions,
    data: noRows,
    initialState,
    columnResizeMode: 'onChange',
  });
  const { columnSizing, columnVisibility } = model.state;
  useEffect(() => {
    const hidden = Object.entries(columnVisibility).flatMap(([name, isShown]) =>
      isShown ? [] : [name],
    );
    keepColumnLayout(localStorage, table, { widths: columnSizing, hidden });
  }, [table, columnSizing, columnVisibility]);
  return model;
}
export type ColumnModel = ReturnType<typeof useColumns>;
