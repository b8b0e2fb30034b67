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

  const text = { name: 'a', type: 'VARCHAR' };
  const number = { name: 'a', type: 'DECIMAL(12,2)' };
  const time = { name: 'a', type: 'TIMESTAMP WITH TIME ZONE' };

  it('wait for their values', () => {
    expect(toFilter(text, 'contains', '', '')).toBeNull();
    expect(toFilter(number, 'between', ' ', '5')).toEqual({
      column: 'a',
      operator: 'between',
      from: null,
      until: '5',
    });
    expect(toFilter(text, 'in', 'x, ,y', '')).toEqual({
      column: 'a',
      operator: 'in',
      values: ['x', 'y'],
    });
    expect(toFilter(text, 'in', '"Garcia, Maria" , "a ""b""",c', '')).toMatchObject({
      values: ['Garcia, Maria', 'a "b"', 'c'],
    });
    expect(toFilter(text, 'in', '5" pipe, " a "', '')).toMatchObject({
      values: ['5" pipe', ' a '],
    });
    expect(filterValues(toFilter(number, 'between', '1', '')!)).toBe('1 – …');
    expect(filterValues(toFilter(text, 'isNull', '', '')!)).toBe('');
  });

  it('take numbers as both languages write them, and nothing that is none', () => {
    expect(toFilter(number, 'equals', '1,50', '')).toMatchObject({ value: '1.50' });
    expect(toFilter(number, 'between', '1', 'two')).toBeNull();
    expect(toFilter(number, 'in', '1,x', '')).toBeNull();
    expect(toFilter(number, 'in', '1,5; 2', '')).toMatchObject({ values: ['1.5', '2'] });
    // What was typed for another operator is not seen any more.
    expect(toFilter(number, 'equals', '1', 'two')).toMatchObject({ value: '1' });
  });

  it('take local times and ask in UTC, and show them as the grid does', () => {
    const filter = toFilter(time, 'between', '2026-11-21T10:35:22', '')!;
    const from = new Date('2026-11-21T10:35:22').toISOString();
    expect(filter).toMatchObject({ from, until: null });
    expect(filterValues(filter, time.type)).toBe('21 Nov 2026, 10:35:22 – …');
    expect(operatorsOf(time.type)).not.toContain('equals');
  });

  it('keep the spaces of a text that is compared', () => {
    expect(toFilter(text, 'equals', ' a ', '')).toMatchObject({ value: ' a ' });
  });
});
