import type { RecordFilter } from '../contract/records';
import type { Comparison } from '../delta/prune-files';

/**
 * What a filter says of a column's values in terms of statistics; empty where they cannot tell, as of
 * a part of a text. `column` is the column's own name.
 */
export function toComparisons(column: string, filter: RecordFilter): Comparison[] {
  switch (filter.operator) {
    case 'equals':
      return [{ column, operator: 'in', values: [filter.value] }];
    case 'in':
      return [{ column, operator: 'in', values: filter.values }];
    case 'between': {
      const { from, until } = filter;
      return [
        ...(from === null ? [] : [{ column, operator: '>=' as const, value: from }]),
        ...(until === null ? [] : [{ column, operator: '<=' as const, value: until }]),
      ];
    }
    case 'isNull':
    case 'isNotNull':
      return [{ column, operator: filter.operator }];
    default:
      return [];
  }
}
