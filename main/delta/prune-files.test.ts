import { describe, expect, it } from 'vitest';
import { pruneFiles, type Comparison } from './prune-files';
import type { LiveFile, TableSnapshot } from './snapshot';

const columns = {
  n: 'long',
  text: 'string',
  amount: 'decimal(12,2)',
  at: 'timestamp',
  ratio: 'double',
  on: 'date',
  part: 'string',
} as const;

function fileOf(stats: object | null, part: string | null = 'p'): LiveFile {
  return {
    ...{ path: '/f', sizeBytes: 1, rows: 2, addedAtVersion: 0, partitionValues: { part } },
    stats: stats === null ? null : JSON.stringify({ numRecords: 2, ...stats }),
  };
}

/** Whether the one file of a table may hold a row for which the comparison is true. */
function mayHold(file: LiveFile, comparison: Comparison): boolean {
  const snapshot: TableSnapshot = {
    ...{ table: 'silver.t', version: 0, committedAtMs: 0, files: [file], transactions: new Map() },
    columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
    partitionColumns: ['part'],
    protocol: { minReaderVersion: 1, minWriterVersion: 2, readerFeatures: [] },
  };
  return pruneFiles(snapshot, [comparison]).length === 1;
}

type Name = keyof typeof columns;
const between = (column: Name, least: unknown, most: unknown, nulls = 0) =>
  fileOf({
    ...{ minValues: { [column]: least }, maxValues: { [column]: most } },
    nullCount: { [column]: nulls },
  });
const is = (column: Name, value: string | number) =>
  ({ column, operator: 'in', values: [value] }) as const;
const from = (column: Name, value: string | number) => ({ column, operator: '>=', value }) as const;
const until = (column: Name, value: string | number) =>
  ({ column, operator: '<=', value }) as const;

describe('a file is left out', () => {
  it.each<[string, LiveFile, Comparison]>([
    ['below its least number', between('n', 10, 20), is('n', '9')],
    ['above its most', between('n', 10, 20), from('n', 21)],
    [
      'below its least time',
      between('at', '2026-11-21T10:00:00.123Z', '2026-11-21T11:00:00.000Z'),
      until('at', '2026-11-21 09:59'),
    ],
    ['on another day', between('on', '2026-11-20', '2026-11-20'), is('on', '2026-11-21')],
    ['above its most text', between('text', 'a', 'b'), from('text', 'c')],
    ['for null where it has none', between('n', 1, 2), { column: 'n', operator: 'isNull' }],
    ['for a value where all are null', between('n', null, null, 2), is('n', 1)],
    ['for another partition', fileOf(null, 'p'), is('part', 'q')],
    ['for a value in the partition of null', fileOf(null, null), is('part', 'p')],
    [
      'where none of several values fits',
      between('n', 10, 20),
      { column: 'n', operator: 'in', values: [5, 25] },
    ],
  ])('%s', (_, file, comparison) => expect(mayHold(file, comparison)).toBe(false));
});

describe('a file is kept', () => {
  it.each<[string, LiveFile, Comparison]>([
    ['at its least and at its most', between('n', 10, 20), is('n', '10')],
    ['without statistics', fileOf(null), is('n', 1)],
    ['with damaged ones', { ...fileOf(null), stats: '{"numRec' }, is('n', 1)],
    ['where the column was not looked at', between('n', 1, 2), is('text', 'x')],
    [
      'for microseconds after its most, which is cut to milliseconds',
      between('at', '2026-11-21T10:00:00.123Z', '2026-11-21T10:00:00.123Z'),
      is('at', '2026-11-21 10:00:00.123456'),
    ],
    [
      'for text that goes on where its most was cut short',
      between('text', 'a', 'b'),
      is('text', 'bcd'),
    ],
    [
      'for a long that no double holds',
      between('n', '9007199254740993', '9007199254740993'),
      is('n', '9007199254740993'),
    ],
    [
      'for decimals that differ by how they were rounded',
      between('amount', 0.1, 0.3),
      is('amount', '0.304'),
    ],
    ['for what may be no number, which is more than all', between('ratio', 1, 2), from('ratio', 3)],
    ['for a value that is not read here', between('ratio', 1, 2), is('ratio', 'nan')],
    ['for a fraction of a whole number', between('n', 1, 2), is('n', '2.5')],
    [
      'for a time in another zone',
      between('at', '2026-11-21T10:00:00.000Z', '2026-11-21T10:00:00.000Z'),
      is('at', '2026-11-21 11:00:00+01:00'),
    ],
    [
      'where vectors may have changed the count of nulls',
      fileOf({ tightBounds: false, nullCount: { n: 0 } }),
      { column: 'n', operator: 'isNull' },
    ],
    [
      'where one of several values fits',
      between('n', 10, 20),
      { column: 'n', operator: 'in', values: [5, 15] },
    ],
  ])('%s', (_, file, comparison) => expect(mayHold(file, comparison)).toBe(true));
});
