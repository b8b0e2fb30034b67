import { describe, expect, it } from 'vitest';
import { chartColumns, chartsFor } from './pinned-chart';

const result = (types: readonly string[], rows = 3) => ({
  columns: types.map((type, index) => ({ name: `c${index}`, type })),
  rows: Array.from({ length: rows }, () => types.map(() => null)),
});
const first = (types: readonly string[], rows?: number) => chartsFor(result(types, rows))[0];

describe('the chart of a pinned query', () => {
  it('follows from the types of its columns', () => {
    expect(first(['DECIMAL(22,2)'], 1)).toBe('number');
    expect(first(['VARCHAR', 'BIGINT'])).toBe('bars');
    expect(first(['VARCHAR', 'TIMESTAMP WITH TIME ZONE', 'DOUBLE'])).toBe('lines');
    expect(first(['DATE', 'HUGEINT'])).toBe('lines');
    expect(first(['VARCHAR', 'VARCHAR'])).toBe('table');
    expect(first(['VARCHAR', 'BIGINT'], 41)).toBe('table');
  });

  it('is drawn from the first time or name, and at most four figures', () => {
    expect(chartColumns(result(['BIGINT', 'VARCHAR', 'DATE', 'DOUBLE']))).toEqual({
      position: 'c2',
      figures: ['c0', 'c3'],
    });
    expect(chartColumns(result(Array(6).fill('INTEGER'))).figures).toHaveLength(4);
    expect(chartColumns(result(['INTEGER'])).position).toBeNull();
  });

  it('is never made of more bars than can be told apart', () => {
    for (const type of ['VARCHAR', 'DATE'])
      expect(chartsFor(result([type, 'BIGINT'], 201))).not.toContain('bars');
  });

  it('can always be a table', () => {
    for (const types of [['BIGINT'], ['VARCHAR'], ['DATE', 'BIGINT'], []])
      expect(chartsFor(result(types))).toContain('table');
  });
});
