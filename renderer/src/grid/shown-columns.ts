import type { ColumnUnit } from '../../../main/contract/column-profile';
import type { RecordPage } from '../../../main/contract/records';
import { isNumeric } from '../format/cells';
import { namesInOrder } from './use-columns';
import type { ColumnModel } from './use-columns';

/** A visible column, in the order of the grid. */
export interface ShownColumn {
  readonly id: string;
  readonly type: string;
  /** What its figures are amounts of. */
  readonly unit?: ColumnUnit | undefined;
  /** Its place in a row as it is read; -1 for one that the rows do not have. */
  readonly place: number;
  readonly isNumeric: boolean;
  readonly isFrozen: boolean;
}

/** The visible columns, frozen ones first. */
export function toShownColumns(
  model: ColumnModel,
  columns: readonly RecordPage['columns'][number][],
): ShownColumn[] {
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  const frozen = new Set(model.state.columnPinning.start);
  return namesInOrder(model)
    .filter((id) => model.getColumn(id)?.getIsVisible())
    .map((id) => {
      const place = places.get(id) ?? -1;
      const { type = '', unit } = columns[place] ?? {};
      return { id, type, unit, place, isNumeric: isNumeric(type), isFrozen: frozen.has(id) };
    });
}
