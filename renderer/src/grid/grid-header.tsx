import type { VirtualItem } from '@tanstack/react-virtual';
import { useState } from 'react';
import { t } from '../languages/language';
import { HeaderCell } from './header-cell';
import type { SortColumn } from './header-cell';
import { moveTo } from './column-layout';
import type { ShownColumn } from './shown-columns';
import { namesInOrder, orderColumns } from './use-columns';
import type { ColumnModel } from './use-columns';

/** The headers of the columns in view: sort by click, width and order by dragging. */
export function GridHeader(props: {
  readonly model: ColumnModel;
  readonly items: readonly VirtualItem[];
  readonly shown: readonly ShownColumn[];
  readonly gutter: number;
  readonly sort: readonly SortColumn[];
  readonly onSort: (column: string, isAdded: boolean) => void;
  readonly filtered: readonly string[];
  readonly onFilter?: ((column: string) => void) | undefined;
}) {
  const { model, items, shown, gutter } = props;
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const headers = new Map(model.getLeafHeaders().map((header) => [header.id, header]));
  const drop = (onto: string) => {
    const names = namesInOrder(model);
    if (dragged !== null && dragged !== onto)
      orderColumns(model, moveTo(names, dragged, names.indexOf(onto)));
    setDragged(null);
    setTarget(null);
  };
  return (
    <div
      className="grid-header"
      role="row"
      aria-rowindex={1}
      style={{ width: gutter + model.getTotalSize() }}
    >
      <div
        className="grid-gutter"
        role="columnheader"
        aria-colindex={1}
        aria-label={t('grid.rowNumber')}
        style={{ width: gutter }}
      >
        #
      </div>
      {items.map(({ index, start, size }) => {
        const column = shown[index];
        const header = column && headers.get(column.id);
        if (!column || !header) return null;
        return (
          <HeaderCell
            key={column.id}
            column={column}
            header={header}
            place={index}
            start={start}
            size={size}
            sort={props.sort}
            onSort={props.onSort}
            isFiltered={props.filtered.includes(column.id)}
            onFilter={props.onFilter}
            isTarget={target === column.id && dragged !== column.id}
            onDrag={setDragged}
            onOver={() => dragged !== null && setTarget(column.id)}
            onDrop={() => drop(column.id)}
            onEnd={() => setTarget(null)}
          />
        );
      })}
    </div>
  );
}
