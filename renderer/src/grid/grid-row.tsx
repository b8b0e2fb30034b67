import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { Cell } from '../../../main/contract/query';
import { formatExact } from '../format/cells';
import { formatInteger } from '../format/numbers';
import type { Language } from '../languages/language';
import type { ActiveCell } from './grid-keys';
import type { ShownColumn } from './shown-columns';

/** The id of a cell, for the grid's active descendant. */
export const cellId = ({ row, column }: ActiveCell): string => `grid-cell-${row}-${column}`;

export interface GridRowProps {
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly width: number;
  readonly gutter: number;
  /** Null for a row that is not here yet: it is drawn empty. */
  readonly values: readonly Cell[] | null;
  readonly items: readonly VirtualItem[];
  readonly shown: readonly ShownColumn[];
  /** Place of the active cell, -1 when it is in another row. */
  readonly active: number;
  /** Places of the selected cells; -1 and -2 for none. */
  readonly firstSelected: number;
  readonly lastSelected: number;
  readonly isWhole: boolean;
  /** Times are in it: another one draws the row anew. */
  readonly language: Language;
}

/** One row: its number and its columns in view. Drawn again only when something of it changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, values, shown, active, firstSelected, lastSelected } = props;
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isWhole}
      aria-busy={values === null}
      style={{
        transform: `translateY(${props.start}px)`,
        height: props.height,
        width: props.width,
      }}
    >
      <div
        className="grid-gutter"
        role="rowheader"
        aria-colindex={1}
        data-row={index}
        style={{ width: props.gutter }}
      >
        {formatInteger(index + 1)}
      </div>
      {props.items.map(({ index: column, start, size }) => {
        const { id, type, unit, place, isNumeric, isFrozen } = shown[column] ?? none;
        const value = values?.[place] ?? null;
        const isTime = type.startsWith('TIMESTAMP');
        const isSelected = column >= firstSelected && column <= lastSelected;
        return (
          <div
            key={id}
            id={cellId({ row: index, column })}
            className={className(isNumeric, isFrozen)}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={isSelected}
            data-row={index}
            data-column={column}
            data-active={active === column}
            title={isTime && value !== null ? String(value) : undefined}
            style={{ left: start, width: size }}
          >
            {values === null ? '' : formatExact(value, type, unit)}
          </div>
        );
      })}
    </div>
  );
});

const none: ShownColumn = { id: '', type: '', place: -1, isNumeric: false, isFrozen: false };

const className = (isNumeric: boolean, isFrozen: boolean) =>
  `grid-cell${isNumeric ? ' number' : ''}${isFrozen ? ' frozen' : ''}`;
