import { isNumeric } from '../format/cells';
import { namesInOrder } from './use-columns';
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
  const frozen = new Set(model.state.columnPinning.start);
  return namesInOrder(model)
    .filter((id) => model.getColumn(id)?.getIsVisible())
    .map((id) => {
      const place = places.get(id) ?? -1;
      const type = columns[place]?.type ?? '';
      return { id, type, place, isNumeric: isNumeric(type), isFrozen: frozen.has(id) };
    });
}
