import { describe, expect, it } from 'vitest';
import { revenueResult } from '../../fixtures/overview-fixtures';
import { byCountry, segmentsOf, totalRevenue, toRevenueRows } from './revenue-rows';

const result = revenueResult(0);

describe('revenue rows', () => {
  it('translates country and segment by their codes', () => {
    const germany = toRevenueRows(result).find((row) => row.countryCode === 'DE');
    expect(germany).toMatchObject({ country: 'Germany', segment: 'Individual' });
  });

  it('keeps the stored label of a country that the catalog does not name', () => {
    const row = ['PT', 'Portugal', 'INDIVIDUAL', 'Particulier', '3', '10.00'];
    expect(toRevenueRows({ ...result, rows: [row] })[0]?.country).toBe('Portugal');
  });

  it('leaves out rows without country or amount', () => {
    const without = [
      [null, null, 'INDIVIDUAL', 'Particulier', '3', '10.00'],
      ['FR', 'France', 'INDIVIDUAL', 'Particulier', '3', null],
    ];
    expect(toRevenueRows({ ...result, rows: without })).toEqual([]);
  });

  it('finds columns by name, in any order, and names a missing one', () => {
    const reversed = {
      ...result,
      columns: [...result.columns].reverse(),
      rows: result.rows.map((row) => [...row].reverse()),
    };
    expect(toRevenueRows(reversed)).toEqual(toRevenueRows(result));
    const columns = result.columns.slice(0, -1);
    expect(() => toRevenueRows({ ...result, columns })).toThrow(/no column ca_total/);
  });

  it('adds up exactly, in all and per country', () => {
    const rows = toRevenueRows(result);
    const total = totalRevenue(rows);
    const perCountry = byCountry(rows).map(({ revenue }) => Number(revenue));
    expect(perCountry).toEqual([...perCountry].sort((a, b) => b - a));
    expect(perCountry.reduce((sum, revenue) => sum + revenue, 0)).toBeCloseTo(Number(total), 2);
  });

  it('gives a segment its shade whichever others have sales yet', () => {
    const rows = toRevenueRows(result);
    expect(segmentsOf([...rows].reverse())).toEqual(segmentsOf(rows));
    const alone = rows.filter((row) => row.segmentCode === 'EDUCATION');
    expect(segmentsOf(alone)).toEqual([{ code: 'EDUCATION', label: 'Education', shade: 2 }]);
  });
});
