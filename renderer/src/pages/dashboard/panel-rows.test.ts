import { describe, expect, it } from 'vitest';
import type { Cell, QueryResult } from '../../../../main/contract/query';
import { rowTitle, toBars, toLines, unitOf } from './panel-rows';

const result = (columns: [string, string][], rows: Cell[][], committedAtMs = 0): QueryResult => ({
  columns: columns.map(([name, type]) => ({ name, type })),
  ...{ rows, rowCount: rows.length, tableVersions: {}, committedAtMs, sql: '', parameters: {} },
  ...{ elapsedMs: 1, isTruncated: false },
});
const minute = (count: number) => new Date(count * 60_000).toISOString();
const lines = [{ column: 'revenue', kind: 'line' as const }];

describe('rows as lines', () => {
  const windows = result(
    [
      ['window_start', 'TIMESTAMP WITH TIME ZONE'],
      ['revenue', 'DECIMAL(22,2)'],
    ],
    [0, 5, 10].map((count) => [minute(count), '1.00']),
    12 * 60_000,
  );

  it('are open from the first window that had not ended when they were committed', () => {
    expect(toLines(windows, 'window_start', lines, 300_000).openFrom).toBe(2);
    const later = { ...windows, committedAtMs: 15 * 60_000 };
    expect(toLines(later, 'window_start', lines, 300_000).openFrom).toBeNull();
    expect(toLines(windows, 'window_start', lines).openFrom).toBeNull();
  });

  it('keep with each position the row that it stands for', () => {
    const rows = Array.from({ length: 9_000 }, (_, at): Cell[] => [minute(at), String(at % 77)]);
    const long = result(
      [
        ['window_start', 'TIMESTAMP'],
        ['revenue', 'BIGINT'],
      ],
      rows,
    );
    const drawn = toLines(long, 'window_start', lines);
    expect(drawn.positions.length).toBeLessThanOrEqual(2_000);
    drawn.rows.forEach((row, at) => expect(drawn.lines[0]!.values[at]).toBe(row % 77));
  });
});

describe('a panel', () => {
  const bars = result(
    [
      ['pays', 'VARCHAR'],
      ['total_revenue', 'DECIMAL(22,2)'],
    ],
    [
      ['Allemagne', '2.00'],
      ['Japon', '1.00'],
    ],
  );

  it('draws a country in its colour and pattern, another text in neither', () => {
    const [known, unknown] = toBars(bars, 'pays', 'total_revenue', 'light');
    expect(known).toMatchObject({ name: 'Germany', color: '#B45F06', decal: { symbol: 'rect' } });
    expect(unknown?.color).toBeNull();
    expect(unknown?.decal).toBeUndefined();
  });

  it('names its unit and its rows', () => {
    const panel = { kind: 'bars' as const, query: '', name: 'pays', value: 'total_revenue' };
    expect(unitOf(panel, bars)).toBe('EUR');
    expect(unitOf({ kind: 'table', query: '' }, bars)).toBe('');
    expect(rowTitle('Revenue', bars, 0)).toBe('Revenue: Germany');
  });
});
