import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../state/address-store';
import { readDataView, tablePath, writeList } from './data-address';
import { filterValues, operatorsOf, toFilter } from './filter-form';

describe('addresses of data', () => {
  it('carry table, tab, filters, order and version', () => {
    const filters = [{ column: 'pays', operator: 'equals' as const, value: 'a&b' }];
    const sort = [{ column: 'montant', descending: true }];
    const address = writeAddress(tablePath('silver.ventes_clean'), {
      tab: 'history',
      filter: writeList(filters),
      sort: writeList(sort),
      version: '7',
    });
    expect(readDataView(readAddress(address))).toEqual({
      kind: 'table',
      table: 'silver.ventes_clean',
      tab: 'history',
      filters,
      sort,
      version: 7,
    });
  });

  it('leave out what cannot be read', () => {
    expect(readDataView(readAddress('/data/sql'))).toEqual({ kind: 'sql' });
    expect(readDataView(readAddress('/data'))).toEqual({ kind: 'none' });
    const broken = readAddress('/data/gold/x?filter=[1,{}]&sort={&tab=y&version=-2');
    expect(readDataView(broken)).toMatchObject({
      tab: 'rows',
      filters: [],
      sort: [],
      version: null,
    });
  });
});

describe('conditions', () => {
  it('fit the type of the column', () => {
    expect(operatorsOf('DECIMAL(12,2)')[0]).toBe('between');
    expect(operatorsOf('VARCHAR')[0]).toBe('contains');
    expect(operatorsOf('BOOLEAN')).not.toContain('between');
  });

  it('wait for their values', () => {
    expect(toFilter('a', 'contains', '', '')).toBeNull();
    expect(toFilter('a', 'between', ' ', '5')).toEqual({
      column: 'a',
      operator: 'between',
      from: null,
      until: '5',
    });
    expect(toFilter('a', 'in', 'x, ,y', '')).toEqual({
      column: 'a',
      operator: 'in',
      values: ['x', 'y'],
    });
    expect(filterValues(toFilter('a', 'between', '1', '')!)).toBe('1 – …');
    expect(filterValues(toFilter('a', 'isNull', '', '')!)).toBe('');
  });
});
