import type { Cell, QueryResult } from '../../../main/contract/query';
import { isNumeric } from '../format/cells';
import { plainSql } from './plain-sql';
import { sqlLiteral, sqlName } from './sql-literal';

/** What is asked of a result: all of it, a row, or the figure in a row's column. */
export interface FigurePlace {
  /** Null: all rows. */
  readonly row: number | null;
  /** Null: all columns. */
  readonly column: string | null;
}

/**
 * A statement that returns exactly what is shown, over the table versions of the result: the query
 * with its parameters filled in, and of it the row and the column of a figure. The row is told by its
 * names and times where these are its alone, else by its place in the query's order.
 */
export function figureSql(result: QueryResult, { row, column }: FigurePlace): string {
  const whole = plainSql(result.sql, result.parameters);
  if (row === null && column === null) return whole;
  const wanted = column === null ? '*' : sqlName(column);
  const select = `SELECT ${wanted}\nFROM (\n${indent(whole)}\n) AS panel`;
  if (row === null || (result.rows.length === 1 && !result.isTruncated)) return select;
  const keys = keysOf(result, row);
  if (keys === null) return `${select}\nLIMIT 1 OFFSET ${row}`;
  return `${select}\nWHERE ${keys.map(condition).join('\n  AND ')}`;
}

const indent = (sql: string) => sql.replaceAll(/^(?=.)/gm, '  ');

/** A column with the value that tells a row from the others. */
export interface RowKey {
  readonly name: string;
  readonly type: string;
  readonly value: Cell;
}

/** The fewest leading names and times that only this row has; null when others have them too. */
export function keysOf({ columns, rows }: QueryResult, row: number): RowKey[] | null {
  const keys: (RowKey & { at: number })[] = [];
  for (const [at, { name, type }] of columns.entries()) {
    if (isNumeric(type) || /^(BLOB|LIST|STRUCT|MAP)|\[\]$/.test(type)) continue;
    keys.push({ name, type, value: rows[row]?.[at] ?? null, at });
    const same = rows.filter((one) => keys.every((key) => one[key.at] === key.value));
    if (same.length === 1) return keys.map(({ at: _, ...key }) => key);
  }
  return null;
}

function condition({ name, type, value }: RowKey): string {
  if (value === null) return `${sqlName(name)} IS NULL`;
  const isTime = /^(TIMESTAMP|DATE|TIME)/.test(type);
  return `${sqlName(name)} = ${isTime ? `${type} ` : ''}${sqlLiteral(value)}`;
}
