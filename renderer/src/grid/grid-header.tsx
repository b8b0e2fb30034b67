import type { VirtualItem } from '@tanstack/react-virtual';
import { Icon } from '../components/icon';
import { t } from '../languages/language';
import type { ColumnModel } from './use-columns';

export interface SortColumn {
  readonly column: string;
  readonly descending: boolean;
}

/** The headers of the columns in view: sort by click (with Shift by several), width by dragging. */
export function GridHeader(props: {
  readonly model: ColumnModel;
  readonly items: readonly VirtualItem[];
  readonly typeOf: (name: string) => string;
  readonly sort: readonly SortColumn[];
  readonly onSort: (column: string, isAdded: boolean) => void;
}) {
  const { model, items, typeOf, sort, onSort } = props;
  const headers = model.getLeafHeaders();
  return (
    <div
      className="grid-header"
      role="row"
      aria-rowindex={1}
      style={{ width: model.getTotalSize() }}
    >
      {items.map(({ index, start, size }) => {
        const header = headers[index];
        if (!header) return null;
        const at = sort.findIndex(({ column }) => column === header.id);
        const sorted = sort[at];
        return (
          <div
            key={header.id}
            className="grid-column"
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
            style={{ left: start, width: size }}
          >
            <button
              type="button"
              className="grid-sort"
              title={t('grid.sortHelp')}
              onClick={(event) => onSort(header.id, event.shiftKey)}
            >
              <span className="grid-column-name">{header.id}</span>
              {sorted && (
                <span className="grid-sort-mark">
                  <Icon name={sorted.descending ? 'down' : 'up'} />
                  {sort.length > 1 && at + 1}
                </span>
              )}
              <span className="grid-column-type">{typeOf(header.id).toLowerCase()}</span>
            </button>
            <span
              className="grid-resize"
              role="presentation"
              onMouseDown={header.getResizeHandler()}
              onTouchStart={header.getResizeHandler()}
              onDoubleClick={() => header.column.resetSize()}
            />
          </div>
        );
      })}
    </div>
  );
}
