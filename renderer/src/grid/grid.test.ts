import { describe, expect, it } from 'vitest';
import { rowsAsText } from './copy-rows';
import { moveBy } from './grid-keys';

describe('rows on the clipboard', () => {
  const columns = ['id', 'text'];
  const rows = [
    [1, 'a\tb\n"c"'],
    [null, "d'e"],
  ];
  it.each([
    ['tsv', 'id\ttext\n1\ta b "c"\n\td\'e'],
    ['csv', 'id,text\r\n1,"a\tb\n""c"""\r\n,d\'e'],
    [
      'sql',
      'INSERT INTO gold.x ("id", "text") VALUES (1, \'a\tb\n"c"\');\n' +
        'INSERT INTO gold.x ("id", "text") VALUES (NULL, \'d\'\'e\');',
    ],
  ] as const)('as %s', (form, text) => {
    expect(rowsAsText(form, columns, rows, 'gold.x')).toBe(text);
  });

  it('as JSON, by the names of the columns', () => {
    expect(JSON.parse(rowsAsText('json', columns, rows, 'gold.x'))).toEqual([
      { id: 1, text: 'a\tb\n"c"' },
      { id: null, text: "d'e" },
    ]);
  });
});

describe('keys in the grid', () => {
  const size = { rows: 100, columns: 3, pageRows: 20 };
  const from = { row: 50, column: 1 };
  const press = (key: string, isModified = false) => moveBy({ key, isModified }, from, size);

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
    expect(moveBy({ key: 'PageDown', isModified: false }, { row: 95, column: 2 }, size)).toEqual({
      row: 99,
      column: 2,
    });
    expect(moveBy({ key: 'ArrowRight', isModified: false }, { row: 0, column: 2 }, size)).toEqual({
      row: 0,
      column: 2,
    });
  });
});
