import type { RecordFilter } from '../../../../main/contract/records';
import { isNumeric } from '../../format/cells';
import { formatMoment } from '../../format/time';

export type Operator = RecordFilter['operator'];

/** How a value of a column's type is asked for. */
export type ValueKind = 'text' | 'number' | 'date' | 'time' | 'boolean';

/** By DuckDB's name of the type. */
export function valueKindOf(type: string): ValueKind {
  if (isNumeric(type)) return 'number';
  if (type.startsWith('TIMESTAMP')) return 'time';
  if (type === 'DATE') return 'date';
  return type === 'BOOLEAN' ? 'boolean' : 'text';
}

/** The conditions that make sense for a column's type, the usual one first. */
export function operatorsOf(type: string): readonly Operator[] {
  const nulls = ['isNull', 'isNotNull'] as const;
  switch (valueKindOf(type)) {
    case 'time':
      // Its fractions of a second are not typed: nobody hits a moment exactly.
      return ['between', ...nulls];
    case 'number':
    case 'date':
      return ['between', 'equals', 'in', ...nulls];
    case 'boolean':
      return ['equals', ...nulls];
    case 'text':
      return ['contains', 'equals', 'notEquals', 'startsWith', 'pattern', 'in', ...nulls];
  }
}

/** How many values an operator takes: none, one, or a range of two of which one may be empty. */
export const valuesOf = (operator: Operator): 0 | 1 | 2 =>
  operator === 'isNull' || operator === 'isNotNull' ? 0 : operator === 'between' ? 2 : 1;

/**
 * The condition, its values as the column's type has them: decimals with a point, times in UTC. Null
 * while a value that it needs is empty, or is none of the type.
 */
export function toFilter(
  { name: column, type }: { readonly name: string; readonly type: string },
  operator: Operator,
  first: string,
  second: string,
): RecordFilter | null {
  const kind = valueKindOf(type);
  const values = operator === 'in' ? splitValues(first, kind) : [first];
  const isFit = (one: string) => fits(one, kind);
  if (!values.every(isFit) || (operator === 'between' && !isFit(second))) return null;
  switch (operator) {
    case 'isNull':
    case 'isNotNull':
      return { column, operator };
    case 'between': {
      const [from, until] = [toValue(first, kind), toValue(second, kind)];
      return from === null && until === null ? null : { column, operator, from, until };
    }
    case 'in': {
      const wanted = kind === 'text' ? values : values.flatMap((text) => toValue(text, kind) ?? []);
      return wanted.length === 0 ? null : { column, operator, values: wanted };
    }
    case 'equals':
    case 'notEquals': {
      // Text is compared as it is, spaces included.
      const value = kind === 'text' ? first || null : toValue(first, kind);
      return value === null ? null : { column, operator, value };
    }
    default:
      return first === '' ? null : { column, operator, value: first };
  }
}

/**
 * Values with commas between them; one that has a comma itself is in quotes. Numbers with a decimal
 * comma have semicolons between them.
 */
function splitValues(text: string, kind: ValueKind): string[] {
  if (kind === 'number' && text.includes(';')) return text.split(';').map((one) => one.trim());
  const found = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]+))/g)];
  return found
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? (plain ?? '').trim())
    .filter((one) => one !== '');
}

/** Whether what was typed is of the kind; nothing is. */
function fits(text: string, kind: ValueKind): boolean {
  if (text.trim() === '') return true;
  if (kind === 'number') return /^-?\d+(?:[.,]\d+)?$/.test(text.trim());
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
  return kind !== 'time' || !Number.isNaN(Date.parse(text));
}

function toValue(text: string, kind: ValueKind): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (kind === 'number') return trimmed.replace(',', '.');
  // A field of local time: the column is in UTC.
  return kind === 'time' ? new Date(trimmed).toISOString() : trimmed;
}

/** The values of a condition for people: times as the grid shows them. */
export function filterValues(filter: RecordFilter, type = ''): string {
  const shown = (value: string | number | boolean) =>
    valueKindOf(type) === 'time' && !Number.isNaN(Date.parse(String(value)))
      ? formatMoment(Date.parse(String(value)))
      : String(value);
  switch (filter.operator) {
    case 'isNull':
    case 'isNotNull':
      return '';
    case 'between': {
      const { from, until } = filter;
      return `${from === null ? '…' : shown(from)} – ${until === null ? '…' : shown(until)}`;
    }
    case 'in':
      return filter.values.map(shown).join(', ');
    default:
      return shown(filter.value);
  }
}
