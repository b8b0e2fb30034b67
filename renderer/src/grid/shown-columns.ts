import { isNumeric } from '../format/cells';
import type { ColumnModel } from './use-columns';

/** A visible column, in the order of the grid. */
export interface ShownColumn {
  readonly id: string;
  readonly type: string;
  /** Its place in a row as it is read; -1 for one that the rows do not have. */
  readonly place: number;
  readonly isNumeric: boolean;
  readonly isFrozen: boolean;
}

/** The visible columns, frozen ones first. */
export function toShownColumns(
  model: ColumnModel,
  columns: readonly { readonly name: string; readonly type: string }[],
): ShownColumn[] {
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  return model.getVisibleLeafColumns().map((column) => {
    const place = places.get(column.id) ?? -1;
    const type = columns[place]?.type ?? '';
    const isFrozen = column.getIsPinned() === 'start';
    return { id: column.id, type, place, isNumeric: isNumeric(type), isFrozen };
  });
}
