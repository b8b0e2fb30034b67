import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { GridHeader } from './grid-header';
import type { SortColumn } from './grid-header';
import { moveBy } from './grid-keys';
import type { ActiveCell } from './grid-keys';
import { cellId, GridRows } from './grid-rows';
import type { ColumnModel } from './use-columns';
import type { RowPages } from './use-row-pages';

const rowHeight = 28;
const headerHeight = 44;
/** A page higher than this is cut by the browser: about 33 million pixels. */
export const mostRows = 1_000_000;

export interface Selection {
  readonly first: number;
  readonly last: number;
}

export interface GridProps {
  readonly label: string;
  readonly model: ColumnModel;
  readonly pages: RowPages;
  readonly sort: readonly SortColumn[];
  readonly onSort: (column: string, isAdded: boolean) => void;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly onOpen: (row: number) => void;
  /** Whether the newest rows, which are on top, are in view. */
  readonly onTop: (isTop: boolean) => void;
}

/** Rows of a table, virtual in both directions, moved in by keyboard as the ARIA grid pattern says. */
export function Grid(props: GridProps) {
  const { model, pages, selection, onSelect, onTop } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const total = Math.min(pages.head?.totalRows ?? 0, mostRows);
  const shown = model.getVisibleLeafColumns();

  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headerHeight,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: shown.length,
    getScrollElement: () => viewport.current,
    estimateSize: (index) => shown[index]?.getSize() ?? 0,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 3,
  });
  const widths = shown.map((column) => column.getSize()).join();
  useEffect(() => columns.measure(), [columns, widths]);

  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { want, head } = pages;
  useEffect(() => want(first, last), [want, first, last, head]);
  const isTop = (rows.scrollOffset ?? 0) < rowHeight;
  useEffect(() => onTop(isTop), [onTop, isTop]);

  const place = (cell: ActiveCell, isRange: boolean) => {
    setActive(cell);
    onSelect(
      isRange && selection ? { ...selection, last: cell.row } : { first: cell.row, last: cell.row },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey;
    const pageRows = Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = moveBy({ key: event.key, isModified }, active, {
      rows: total,
      columns: shown.length,
      pageRows,
    });
    if (next) {
      event.preventDefault();
      place(next, event.shiftKey);
      rows.scrollToIndex(next.row);
      columns.scrollToIndex(next.column);
    } else if ((event.key === ' ' || event.key === 'Enter') && total > 0) {
      event.preventDefault();
      props.onOpen(active.row);
    }
  };
  const typeOf = (name: string) => head?.columns.find((column) => column.name === name)?.type ?? '';
  const isSelected = (row: number) =>
    selection !== null &&
    row >= Math.min(selection.first, selection.last) &&
    row <= Math.max(selection.first, selection.last);

  return (
    <div
      ref={viewport}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={(head?.totalRows ?? 0) + 1}
      aria-colcount={shown.length}
      aria-multiselectable="true"
      aria-activedescendant={total > 0 ? cellId(active) : undefined}
      data-testid="grid"
      onKeyDown={onKeyDown}
    >
      <GridHeader
        model={model}
        items={columns.getVirtualItems()}
        typeOf={typeOf}
        sort={props.sort}
        onSort={props.onSort}
      />
      <div
        className="grid-body"
        role="rowgroup"
        style={{ height: rows.getTotalSize(), width: model.getTotalSize() }}
      >
        <GridRows
          model={model}
          pages={pages}
          rows={items}
          columns={columns.getVirtualItems()}
          active={active}
          isSelected={isSelected}
          onPress={place}
          onOpen={props.onOpen}
        />
      </div>
    </div>
  );
}
