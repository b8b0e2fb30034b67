import { typesBySuffix, type ColumnType } from './column-type';

/** The suffix of a type in a preset's list of columns (export.md section 1). */
export function suffixOfType(type: ColumnType): string {
  const same = JSON.stringify(type);
  return Object.entries(typesBySuffix).find(([, one]) => JSON.stringify(one) === same)?.[0] ?? '';
}

/** The suffix for values of a DuckDB type; what no kind fits is told as text. */
export function suffixOfDuckDb(type: string): string {
  const decimal = /^DECIMAL\(\d+,(\d+)\)$/.exec(type);
  if (decimal) return Number(decimal[1]) <= 2 ? 's' : 'r';
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/.test(type)) return 'i';
  if (/^(DOUBLE|FLOAT)$/.test(type)) return 'md';
  if (type.startsWith('TIMESTAMP')) return 't';
  if (type === 'DATE') return 'd';
  return type === 'BOOLEAN' ? 'b' : '';
}

/** The same for a column of a Delta type, with the expression that fits it. */
export function suffixOfDelta(
  type: string,
  column: string,
): readonly [suffix: string, sql: string] {
  const decimal = /^decimal\(\d+,\s*(\d+)\)$/.exec(type);
  if (decimal) return [Number(decimal[1]) <= 2 ? 's' : 'r', column];
  switch (type) {
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return ['i', column];
    case 'double':
    case 'float':
      return ['md', column];
    case 'timestamp':
      return ['t', column];
    case 'date':
      return ['d', column];
    case 'boolean':
      return ['b', column];
    case 'string':
      return ['', column];
    default:
      return ['', `${column}::VARCHAR`];
  }
}
