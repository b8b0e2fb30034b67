import { describe, expect, it } from 'vitest';
import type { Cell, QueryResult } from '../../../main/contract/query';
import { figureSql } from './figure-sql';

const result = (columns: [string, string][], rows: Cell[][]): QueryResult => ({
  columns: columns.map(([name, type]) => ({ name, type })),
  ...{ rows, rowCount: rows.length, tableVersions: { 'silver.sales': 3 }, committedAtMs: 1 },
  ...{ sql: '-- title: T\nSELECT *\nFROM silver.sales;\n', parameters: {} },
  ...{ elapsedMs: 1, isTruncated: false },
});
const products = result(
  [
    ['product', 'VARCHAR'],
    ['day', 'DATE'],
    ['revenue', 'DECIMAL(22,2)'],
  ],
  [
    ["L'écran", '2026-11-20', '1.00'],
    ["L'écran", '2026-11-21', '2.00'],
    [null, '2026-11-21', '2.00'],
  ],
);

describe('the SQL of a figure', () => {
  it('is the query itself for a whole panel', () => {
    expect(figureSql(products, { row: null, column: null })).toBe('SELECT *\nFROM silver.sales');
  });

  it('takes a column of the only row', () => {
    const tiles = result([['total', 'BIGINT']], [['7']]);
    expect(figureSql(tiles, { row: 0, column: 'total' })).toBe(
      'SELECT total\nFROM (\n  SELECT *\n  FROM silver.sales\n) AS panel',
    );
  });

  it('names a row by the fewest of its own values', () => {
    const whereOf = (row: number) =>
      figureSql(products, { row, column: 'revenue' }).split('AS panel\n')[1];
    expect(whereOf(1)).toBe("WHERE product = 'L''écran'\n  AND day = DATE '2026-11-21'");
    expect(whereOf(2)).toBe('WHERE product IS NULL');
  });

  it('takes a row by its place where nothing else tells it', () => {
    const same = result([['n', 'BIGINT']], [['7'], ['8']]);
    expect(figureSql(same, { row: 1, column: 'n' })).toMatch(/\nLIMIT 1 OFFSET 1$/);
  });
});
