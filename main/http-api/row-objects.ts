import type { Cell, QueryResult } from '../contract/query';

/** Types whose text is a JSON number as it stands, digits of money included. */
const numeric = /^(DECIMAL|TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER)/;

/**
 * The first rows as JSON objects, each as text: a decimal keeps its two places (`8999.90`), which no
 * JavaScript number can.
 */
export function rowObjects({ columns, rows }: QueryResult, limit: number): string[] {
  const names = columns.map(({ name }) => JSON.stringify(name));
  const isNumeric = columns.map(({ type }) => numeric.test(type));
  return rows.slice(0, limit).map((row) => {
    const fields = row.map((cell, index) => `${names[index]}:${toJson(cell, isNumeric[index]!)}`);
    return `{${fields.join(',')}}`;
  });
}

function toJson(cell: Cell, isNumeric: boolean): string {
  return isNumeric && typeof cell === 'string' ? cell : JSON.stringify(cell);
}
