import type { RecordFilter } from '../../../../main/contract/records';
import { isNumeric } from '../../format/cells';

export type Operator = RecordFilter['operator'];

/** The conditions that make sense for a column's type, the usual one first. */
export function operatorsOf(type: string): readonly Operator[] {
  const always = ['in', 'isNull', 'isNotNull'] as const;
  if (isNumeric(type) || /^(DATE|TIME)/.test(type)) return ['between', 'equals', ...always];
  if (type === 'BOOLEAN') return ['equals', 'isNull', 'isNotNull'];
  return ['contains', 'equals', 'notEquals', 'startsWith', 'pattern', ...always];
}

/** How many values an operator takes: none, one, or a range of two of which one may be empty. */
export const valuesOf = (operator: Operator): 0 | 1 | 2 =>
  operator === 'isNull' || operator === 'isNotNull' ? 0 : operator === 'between' ? 2 : 1;

/** The condition; null while a value that it needs is empty. */
export function toFilter(
  column: string,
  operator: Operator,
  first: string,
  second: string,
): RecordFilter | null {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  switch (operator) {
    case 'isNull':
    case 'isNotNull':
      return { column, operator };
    case 'between':
      return orNull(first) === null && orNull(second) === null
        ? null
        : { column, operator, from: orNull(first), until: orNull(second) };
    case 'in': {
      const values = first.split(',').flatMap((text) => orNull(text) ?? []);
      return values.length === 0 ? null : { column, operator, values };
    }
    default:
      return first === '' ? null : { column, operator, value: first };
  }
}

/** The values of a condition for people. */
export function filterValues(filter: RecordFilter): string {
  switch (filter.operator) {
    case 'isNull':
    case 'isNotNull':
      return '';
    case 'between':
      return `${filter.from ?? '…'} – ${filter.until ?? '…'}`;
    case 'in':
      return filter.values.join(', ');
    default:
      return String(filter.value);
  }
}
