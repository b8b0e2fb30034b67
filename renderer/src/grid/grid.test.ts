import { describe, expect, it } from 'vitest';
import { defaultLayout, layoutText, moveBy, moveTo, parseLayout } from './column-layout';
import { rowsAsText } from './copy-rows';
import { moveActive, movesColumn, widensColumn } from './grid-keys';
import { nextSort } from './next-sort';
import { PageCache, pageRows } from './page-cache';
import { boundsOf, select } from './selection';
import { figuresOf } from './selection-figures';

describe('rows on the clipboard', () => {
  const columns = [
    { name: 'id', type: 'BIGINT' },
    { name: 'text', type: 'VARCHAR' },
    { name: 'at', type: 'TIMESTAMP WITH TIME ZONE' },
  ];
  const rows = [
    ['12345678901234567890', 'a\tb\n"c"', '2026-11-21T09:00:00.123456Z'],
    [null, "d'e", null],
    [null, '', null],
  ];
  const copied = { columns, rows, table: 'gold.x' };
  it.each([
    ['tsv', 'id\ttext\tat\n12345678901234567890\ta b "c"\t2026-11-21T09:00:00.123\n\td\'e\t\n\t\t'],
    [
      'csv',
      'id,text,at\r\n12345678901234567890,"a\tb\n""c""",2026-11-21T09:00:00.123\r\n,d\'e,\r\n,"",',
    ],
    [
      'sql',
      'INSERT INTO gold.x ("id", "text", "at") VALUES (12345678901234567890, \'a\tb\n"c"\', \'2026-11-21T09:00:00.123\');\n' +
        'INSERT INTO gold.x ("id", "text", "at") VALUES (NULL, \'d\'\'e\', NULL);\n' +
        'INSERT INTO gold.x ("id", "text", "at") VALUES (NULL, \'\', NULL);',
    ],
  ] as const)('as %s', (form, text) => {
    expect(rowsAsText(form, copied)).toBe(text);
  });

  it('as JSON, whose numbers keep their digits', () => {
    const text = rowsAsText('json', copied);
    expect(text).toContain('"id": 12345678901234567890,');
    expect(JSON.parse(text)[1]).toEqual({ id: null, text: "d'e", at: null });
  });

  it('without their header', () => {
    expect(rowsAsText('tsv', { ...copied, rows: [[1, 'a', null]] }, false)).toBe('1\ta\t');
  });
});

describe('keys in the grid', () => {
  const size = { rows: 100, columns: 3, pageRows: 20 };
  const from = { row: 50, column: 1 };
  const press = (key: string, isModified = false) => moveActive({ key, isModified }, from, size);

  it('move by a cell, a page, to the ends of the row and of the table', () => {
    expect(press('ArrowDown')).toEqual({ row: 51, column: 1 });
    expect(press('ArrowLeft')).toEqual({ row: 50, column: 0 });
    expect(press('PageUp')).toEqual({ row: 30, column: 1 });
    expect(press('End')).toEqual({ row: 50, column: 2 });
    expect(press('Home', true)).toEqual({ row: 0, column: 0 });
    expect(press('End', true)).toEqual({ row: 99, column: 2 });
    expect(press('x')).toBeNull();
  });

  it('stay inside', () => {
    const down = moveActive({ key: 'PageDown', isModified: false }, { row: 95, column: 2 }, size);
    expect(down).toEqual({ row: 99, column: 2 });
    const right = moveActive({ key: 'ArrowRight', isModified: false }, { row: 0, column: 2 }, size);
    expect(right).toEqual({ row: 0, column: 2 });
  });

  it('move the column with Alt and Shift alone', () => {
    const arrow = { key: 'ArrowLeft', altKey: true, shiftKey: true };
    expect(movesColumn(arrow)).toBe(-1);
    expect(movesColumn({ ...arrow, key: 'ArrowRight' })).toBe(1);
    expect(movesColumn({ ...arrow, altKey: false })).toBeNull();
    expect(movesColumn({ ...arrow, key: 'ArrowUp' })).toBeNull();
  });
});

describe('the width of a column', () => {
  it('follows arrows up and down with Alt and Shift alone', () => {
    const arrow = { key: 'ArrowUp', altKey: true, shiftKey: true };
    expect(widensColumn(arrow)).toBe(1);
    expect(widensColumn({ ...arrow, key: 'ArrowDown' })).toBe(-1);
    expect(widensColumn({ ...arrow, key: 'ArrowLeft' })).toBeNull();
    expect(widensColumn({ ...arrow, shiftKey: false })).toBeNull();
  });
});

describe('a selection', () => {
  const at = (row: number, column: number) => ({ row, column });
  it('is drawn out from its anchor in any direction', () => {
    const begun = select(null, at(5, 2), { kind: 'cells', isRange: false });
    const drawn = select(begun, at(3, 4), { kind: 'cells', isRange: true });
    expect(boundsOf(drawn, 6)).toEqual({ firstRow: 3, lastRow: 5, firstColumn: 2, lastColumn: 4 });
    expect(boundsOf(drawn, 3)?.lastColumn).toBe(2);
  });

  it('of rows has all columns', () => {
    const rows = select(null, at(1, 2), { kind: 'rows', isRange: false });
    expect(boundsOf(rows, 6)).toEqual({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 5 });
    expect(boundsOf(null, 6)).toBeNull();
  });
});

describe('figures of a selection', () => {
  it('are exact for decimals, beyond what a double can hold', () => {
    const rows = [['90071992547409.93'], ['0.01'], [null], ['0.02']];
    expect(figuresOf(rows, ['DECIMAL(22,2)'])).toEqual({
      values: 3,
      numbers: 3,
      sum: '90071992547409.96',
      average: '30023997515803.32',
    });
  });

  it('round an average half up, away from zero', () => {
    expect(figuresOf([[1], [0]], ['INTEGER']).average).toBe('0.50');
    expect(figuresOf([['-0.01'], ['0.00']], ['DECIMAL(12,2)'])).toMatchObject({
      sum: '-0.01',
      average: '-0.01',
    });
  });

  it('count texts, and have no sum of them', () => {
    const figures = { values: 2, numbers: 0, sum: null, average: null };
    expect(figuresOf([['a'], ['b'], [null]], ['VARCHAR'])).toEqual(figures);
  });
});

describe('a layout of columns', () => {
  it('comes back as it was kept, and the default leaves nothing', () => {
    const layout = { widths: { a: 90 }, hidden: ['b'], order: ['c', 'a'], frozen: ['c'] };
    expect(parseLayout(layoutText(layout))).toEqual(layout);
    expect(layoutText(defaultLayout)).toBeNull();
    expect(parseLayout('{"widths":{"a":"wide"},"hidden":3')).toEqual(defaultLayout);
    expect(parseLayout('{"widths":{"a":"wide"},"hidden":3}')).toEqual(defaultLayout);
  });

  it('moves a column inside the ends', () => {
    expect(moveBy(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moveBy(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moveTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
  });
});

it('a click sorts rising, falling, not at all; with Shift beside other columns', () => {
  const rising = nextSort([], 'a', false);
  const falling = nextSort(rising, 'a', false);
  expect([rising, falling, nextSort(falling, 'a', false)]).toEqual([
    [{ column: 'a', descending: false }],
    [{ column: 'a', descending: true }],
    [],
  ]);
  expect(nextSort(rising, 'b', true)).toEqual([...rising, { column: 'b', descending: false }]);
});

it('pages beyond the newest sixty are forgotten', () => {
  const cache = new PageCache();
  for (let page = 0; page < 61; page++) cache.put(page, [[page]]);
  expect([cache.rowAt(0), cache.rowAt(pageRows), cache.has(60)]).toEqual([null, [1], true]);
});
