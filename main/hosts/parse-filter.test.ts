import { describe, expect, it } from 'vitest';
import { parseFilter, parseSort } from './parse-filter';

describe('a filter as typed', () => {
  it.each([
    ['name = Klaus  M', { column: 'name', operator: 'equals', value: 'Klaus  M' }],
    ['name=a=b', { column: 'name', operator: 'equals', value: 'a=b' }],
    ['name <> x', { column: 'name', operator: 'notEquals', value: 'x' }],
    ['at>=2026-11-21', { column: 'at', operator: 'between', from: '2026-11-21', until: null }],
    ['at <= 5', { column: 'at', operator: 'between', from: null, until: '5' }],
    ['n between 1 and 2.5', { column: 'n', operator: 'between', from: '1', until: '2.5' }],
    ['n IN 1, 2,3', { column: 'n', operator: 'in', values: ['1', '2', '3'] }],
    ['name contains is null', { column: 'name', operator: 'contains', value: 'is null' }],
    ['name starts A', { column: 'name', operator: 'startsWith', value: 'A' }],
    ['name like a*', { column: 'name', operator: 'pattern', value: 'a*' }],
    [' name is  null', null],
    ['name is null', { column: 'name', operator: 'isNull' }],
    ['name IS NOT NULL', { column: 'name', operator: 'isNotNull' }],
    ['name', null],
    ['name ~ x', null],
    ['= x', null],
    ['name > 5', null],
  ])('%j', (typed, filter) => {
    if (filter === null) expect(() => parseFilter(typed)).toThrow(/column op value/);
    else expect(parseFilter(typed)).toEqual(filter);
  });
});

describe('a sort as typed', () => {
  it('is ascending unless it says otherwise', () => {
    expect(parseSort('a:desc, b,c:ASC')).toEqual([
      { column: 'a', descending: true },
      { column: 'b', descending: false },
      { column: 'c', descending: false },
    ]);
    expect(() => parseSort('a:down')).toThrow(/column:asc/);
  });
});
