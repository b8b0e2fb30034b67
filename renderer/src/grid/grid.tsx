import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import { useLanguage } from '../state/use-language';
import { GridHeader } from './grid-header';
import { moveActive, movesColumn, widensColumn } from './grid-keys';
import type { ActiveCell } from './grid-keys';
import { cellId, GridRow } from './grid-row';
import type { SortColumn } from './header-cell';
import { moveBy } from './column-layout';
import { boundsOf, select } from './selection';
import type { Selection } from './selection';
import type { ShownColumn } from './shown-columns';
import { namesInOrder, orderColumns, widenColumn } from './use-columns';
import type { ColumnModel } from './use-columns';
import { rowHeight, useGridView } from './use-grid-view';
import type { RowPages } from './use-row-pages';

/** A page higher than this is cut by the browser: about 33 million pixels. */
export const mostRows = 1_000_000;

/** Elements of rows that are used in turn; more where more rows are in view. */
const leastPool = 64;

/** What others ask of a grid. */
export interface GridHandle {
  scrollToTop(): void;
  scrollToColumn(id: string): void;
}

export interface GridProps {
  readonly ref?: Ref<GridHandle>;
  readonly label: string;
  readonly model: ColumnModel;
  readonly shown: readonly ShownColumn[];
  readonly pages: RowPages;
  readonly sort: readonly SortColumn[];
  readonly onSort: (column: string, isAdded: boolean) => void;
  /** Columns that a condition restricts. */
  readonly filtered: readonly string[];
  /** A header asks for a condition on its column; absent: there are none here. */
  readonly onFilter?: ((column: string) => void) | undefined;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly onOpen: (row: number) => void;
  /** Mod+C: the selected values without their header. */
  readonly onCopy: () => void;
  /** Whether the newest rows, which are on top, are in view. */
  readonly onTop: (isTop: boolean) => void;
}

/** Rows of a table, virtual in both directions, moved in by keyboard as the ARIA grid pattern says. */
export function Grid(props: GridProps) {
  const { model, shown, pages, selection, onSelect, onTop } = props;
  const language = useLanguage();
  const viewport = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const total = Math.min(pages.head?.totalRows ?? 0, mostRows);
  const gutter = 22 + 8 * String(total).length;
  const { rows, columns } = useGridView(viewport, model, { total, shown, gutter });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const pool = Math.max(leastPool, 2 ** Math.ceil(Math.log2(items.length + 1)));
  const { want, head } = pages;
  useEffect(() => want(first, last), [want, first, last, head]);
  const isTop = (rows.scrollOffset ?? 0) < rowHeight;
  useEffect(() => onTop(isTop), [onTop, isTop]);
  useImperativeHandle(props.ref, () => ({
    scrollToTop: () => rows.scrollToOffset(0),
    scrollToColumn: (id) => {
      const column = shown.findIndex((one) => one.id === id);
      if (column === -1) return;
      setActive((before) => ({ ...before, column }));
      columns.scrollToIndex(column);
      viewport.current?.focus();
    },
  }));

  const choose = (cell: ActiveCell, isRange: boolean, kind: Selection['kind'] = 'cells') => {
    setActive(cell);
    onSelect(select(selection, cell, { kind, isRange }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey;
    const pageRows = Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight) - 2);
    const step = movesColumn(event);
    const wider = widensColumn(event);
    const next = moveActive({ key: event.key, isModified }, active, {
      rows: total,
      columns: shown.length,
      pageRows,
    });
    if (step !== null) {
      const id = shown[active.column]?.id ?? '';
      orderColumns(model, moveBy(namesInOrder(model), id, step));
      const column = Math.max(0, Math.min(shown.length - 1, active.column + step));
      setActive({ ...active, column });
      columns.scrollToIndex(column);
    } else if (wider !== null) {
      widenColumn(model, shown[active.column]?.id ?? '', wider);
    } else if (next && !event.altKey) {
      choose(next, event.shiftKey);
      rows.scrollToIndex(next.row);
      columns.scrollToIndex(next.column);
    } else if (isModified && !event.shiftKey && event.key.toLowerCase() === 'a') {
      onSelect({
        kind: 'rows',
        anchor: { row: 0, column: 0 },
        end: { row: Math.max(0, total - 1), column: 0 },
      });
    } else if (isModified && !event.shiftKey && event.key.toLowerCase() === 'c') {
      props.onCopy();
    } else if (event.key === ' ' && event.shiftKey) {
      choose(active, false, 'rows');
    } else if ((event.key === ' ' || event.key === 'Enter') && !isModified && total > 0) {
      props.onOpen(active.row);
    } else if (event.key === 'Escape' && selection !== null) {
      onSelect(null);
    } else return;
    event.preventDefault();
  };
  const onMouse = (event: MouseEvent, isDrawn: boolean) => {
    const place = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset;
    if (!place || event.button !== 0) return;
    const cell = { row: Number(place['row']), column: Number(place['column'] ?? 0) };
    const kind = place['column'] === undefined ? 'rows' : isDrawn ? selection?.kind : 'cells';
    choose(cell, isDrawn || event.shiftKey, kind);
  };
  const bounds = boundsOf(selection, shown.length);
  return (
    <div
      ref={viewport}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={(head?.totalRows ?? 0) + 1}
      aria-colcount={shown.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={total > 0 ? cellId(active) : undefined}
      data-testid="grid"
      onKeyDown={onKeyDown}
    >
      <GridHeader
        model={model}
        items={columns.getVirtualItems()}
        shown={shown}
        gutter={gutter}
        sort={props.sort}
        onSort={props.onSort}
        filtered={props.filtered}
        onFilter={props.onFilter}
      />
      <div
        className="grid-body"
        role="rowgroup"
        style={{ height: rows.getTotalSize(), width: gutter + model.getTotalSize() }}
        onMouseDown={(event) => onMouse(event, false)}
        onMouseOver={(event) => event.buttons === 1 && onMouse(event, true)}
        onDoubleClick={() => total > 0 && props.onOpen(active.row)}
      >
        {items.map(({ index, start }) => {
          const isIn = bounds !== null && index >= bounds.firstRow && index <= bounds.lastRow;
          return (
            <GridRow
              // Rows that leave the view lend their elements to those that come in.
              key={index % pool}
              index={index}
              start={start}
              height={rowHeight}
              width={gutter + model.getTotalSize()}
              gutter={gutter}
              values={pages.rowAt(index)}
              items={columns.getVirtualItems()}
              shown={shown}
              active={active.row === index ? active.column : -1}
              firstSelected={isIn ? bounds.firstColumn : -1}
              lastSelected={isIn ? bounds.lastColumn : -2}
              isWhole={isIn && selection?.kind === 'rows'}
              language={language}
            />
          );
        })}
      </div>
    </div>
  );
}
