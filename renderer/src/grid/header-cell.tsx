import { Icon } from '../components/icon';
import { typeText } from '../format/cells';
import { t } from '../languages/language';
import type { ShownColumn } from './shown-columns';
import type { ColumnModel } from './use-columns';

export interface SortColumn {
  readonly column: string;
  readonly descending: boolean;
}

type Header = ReturnType<ColumnModel['getLeafHeaders']>[number];

/** The header of one column; dragged onto another it takes its place. */
export function HeaderCell(props: {
  readonly column: ShownColumn;
  readonly header: Header;
  readonly place: number;
  readonly start: number;
  readonly size: number;
  readonly sort: readonly SortColumn[];
  readonly onSort: (column: string, isAdded: boolean) => void;
  /** Asks for a condition on the column; absent: the grid has none. */
  readonly onFilter?: ((column: string) => void) | undefined;
  readonly isFiltered: boolean;
  readonly isTarget: boolean;
  readonly onDrag: (column: string) => void;
  readonly onOver: () => void;
  readonly onDrop: () => void;
  readonly onEnd: () => void;
}) {
  const { column, header, sort } = props;
  const { id, type, unit, isFrozen } = column;
  const at = sort.findIndex((one) => one.column === id);
  const sorted = sort[at];
  return (
    <div
      className={`grid-column${column.isNumeric ? ' number' : ''}${isFrozen ? ' frozen' : ''}`}
      role="columnheader"
      aria-colindex={props.place + 2}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
      data-target={props.isTarget}
      style={{ left: props.start, width: props.size }}
      onDragOver={(event) => {
        event.preventDefault();
        props.onOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <button
        type="button"
        className="grid-sort"
        title={t('grid.sortHelp')}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', id);
          event.dataTransfer.effectAllowed = 'move';
          props.onDrag(id);
        }}
        onDragEnd={props.onEnd}
        onClick={(event) => props.onSort(id, event.shiftKey)}
      >
        <span className="grid-column-name">{id}</span>
        {sorted && (
          <span className="grid-sort-mark">
            <Icon name={sorted.descending ? 'down' : 'up'} />
            {sort.length > 1 && at + 1}
          </span>
        )}
        <span className="grid-column-type">{typeText(type, unit)}</span>
      </button>
      {props.onFilter && (
        <button
          type="button"
          className="grid-filter"
          // By keyboard the shortcut of the filter leads there: a header has one stop.
          tabIndex={-1}
          aria-label={t('grid.filterBy', { name: id })}
          title={t('grid.filterBy', { name: id })}
          data-filtered={props.isFiltered}
          onClick={() => props.onFilter?.(id)}
        >
          <Icon name="funnel" />
        </button>
      )}
      <span
        className="grid-resize"
        role="presentation"
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onDoubleClick={() => header.column.resetSize()}
      />
    </div>
  );
}
