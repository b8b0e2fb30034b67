import type { VirtualItem } from '@tanstack/react-virtual';
import { formatExact, isNumeric } from '../format/cells';
import type { ActiveCell } from './grid-keys';
import type { RowPages } from './use-row-pages';
import type { ColumnModel } from './use-columns';

/** The id of a cell, for the grid's active descendant. */
export const cellId = ({ row, column }: ActiveCell): string => `grid-cell-${row}-${column}`;

/** The rows in view, each with its columns in view; a row that is not here yet is drawn empty. */
export function GridRows(props: {
  readonly model: ColumnModel;
  readonly pages: RowPages;
  readonly rows: readonly VirtualItem[];
  readonly columns: readonly VirtualItem[];
  readonly active: ActiveCell;
  readonly isSelected: (row: number) => boolean;
  readonly onPress: (cell: ActiveCell, isRange: boolean) => void;
  readonly onOpen: (row: number) => void;
}) {
  const { model, pages, rows, columns, active } = props;
  const shown = model.getVisibleLeafColumns();
  const all = pages.head?.columns ?? [];
  const placeOf = new Map(all.map(({ name }, at) => [name, at]));
  return rows.map((item) => {
    const values = pages.rowAt(item.index);
    return (
      <div
        key={item.key}
        className="grid-row"
        role="row"
        aria-rowindex={item.index + 2}
        aria-selected={props.isSelected(item.index)}
        aria-busy={values === null}
        style={{
          transform: `translateY(${item.start}px)`,
          height: item.size,
          width: model.getTotalSize(),
        }}
      >
        {columns.map(({ index, start, size }) => {
          const name = shown[index]?.id ?? '';
          const at = placeOf.get(name) ?? -1;
          const type = all[at]?.type ?? '';
          const cell = { row: item.index, column: index };
          const isActive = active.row === item.index && active.column === index;
          return (
            <div
              key={name}
              id={cellId(cell)}
              className={isNumeric(type) ? 'grid-cell number' : 'grid-cell'}
              role="gridcell"
              aria-colindex={index + 1}
              data-active={isActive}
              style={{ left: start, width: size }}
              onMouseDown={(event) => props.onPress(cell, event.shiftKey)}
              onDoubleClick={() => props.onOpen(item.index)}
            >
              {values === null ? '' : formatExact(values[at] ?? null, type)}
            </div>
          );
        })}
      </div>
    );
  });
}
