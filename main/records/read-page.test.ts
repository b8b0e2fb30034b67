import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordPageRequest, type RecordPage } from '../contract/records';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { testPack } from '../ledger/test-pack';
import { Records } from './records';

const table = 'silver.clean';
let disk: TestLake;
let lake: Lake;
let records: Records;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  records = new Records(lake, testPack, join(disk.root, 'spill'));
  disk.create(
    table,
    { id: 'long', shop: 'string', amount: 'decimal(12,2)', at: 'timestamp', day: 'string' },
    ['day'],
  );
});
afterEach(async () => {
  await records.close();
  await lake.close();
  disk.close();
});

const rowsOf = (from: number, until: number) => `SELECT i::BIGINT AS id,
  CASE WHEN i % 5 > 0 THEN 'Shop ' || (i * 7 % 10) END AS shop, (i * 3 % 40 - 20.005)::DECIMAL(12,2) AS amount,
  TIMESTAMPTZ '2026-11-21 00:00:00Z' + to_minutes(i) AS at FROM range(${from}, ${until}) t(i)`;

/** Files of these many rows each, in turn in two partitions; ids count up. */
async function append(sizes: readonly number[], first = 0) {
  let from = first;
  for (const [index, size] of sizes.entries()) {
    const day = `2026-11-${20 + (index % 2)}`;
    await disk.append(table, {
      rows: rowsOf(from, from + size),
      partitionValues: { day },
      subfolder: `day=${day}`,
      withStats: index !== 1,
    });
    from += size;
  }
}

const page = (request: object) =>
  records.readPage(recordPageRequest.parse({ table, columns: ['id'], ...request }));
const idsOf = ({ rows }: RecordPage) => rows.map(([id]) => Number(id));
const plain = async (rest: string) => {
  const files = `read_parquet('${disk.tableFolder(table)}/**/*.parquet', hive_partitioning = true)`;
  const read = await disk.connection.runAndReadAll(`SELECT id FROM ${files} ${rest}`);
  return read.getRowsJson().map(([id]) => Number(id));
};

describe('a page of records', () => {
  it('comes newest first, whatever files its rows lie in', async () => {
    await append([7, 1, 0, 30, 2, 1]);
    const all = await plain('ORDER BY id DESC');
    for (let offset = 0; offset <= 41; offset++) {
      for (const limit of [1, 3, 40, 100]) {
        const read = await page({ offset, limit });
        expect(idsOf(read)).toEqual(all.slice(offset, offset + limit));
        expect(read.totalRows).toBe(41);
      }
    }
  });

  it('has every column with its type, or those asked for in their order', async () => {
    await append([3]);
    const whole = await page({ columns: null, limit: 1 });
    expect(whole.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id BIGINT',
      'shop VARCHAR',
      'amount DECIMAL(12,2)',
      'at TIMESTAMP WITH TIME ZONE',
      'day VARCHAR',
    ]);
    expect(whole.rows).toEqual([
      ['2', 'Shop 4', '-14.01', '2026-11-21T00:02:00.000Z', '2026-11-20'],
    ]);
    expect((await page({ columns: ['day', 'ID'], limit: 1 })).rows).toEqual([['2026-11-20', '2']]);
  });

  it.each([
    [{ column: 'shop', operator: 'equals', value: 'Shop 7' }, `shop = 'Shop 7'`],
    [{ column: 'shop', operator: 'notEquals', value: 'Shop 7' }, `shop <> 'Shop 7'`],
    [{ column: 'shop', operator: 'contains', value: 'P 7' }, `shop = 'Shop 7'`],
    [{ column: 'shop', operator: 'startsWith', value: 'shop' }, `shop IS NOT NULL`],
    [{ column: 'shop', operator: 'pattern', value: '*OP ?' }, `shop IS NOT NULL`],
    [{ column: 'shop', operator: 'pattern', value: '[S]*' }, `false`],
    [{ column: 'shop', operator: 'contains', value: `' OR 1=1 --` }, `false`],
    [{ column: 'shop', operator: 'isNull' }, `shop IS NULL`],
    [
      { column: 'amount', operator: 'between', from: '-3.01', until: 5 },
      `amount BETWEEN -3.01 AND 5`,
    ],
    [{ column: 'amount', operator: 'between', until: '0' }, `amount <= 0`],
    [{ column: 'id', operator: 'in', values: ['3', 9, 5_000] }, `id IN (3, 9)`],
    [{ column: 'at', operator: 'between', from: '2026-11-21T00:30:00Z' }, `id >= 30`],
    [{ column: 'day', operator: 'equals', value: '2026-11-21' }, `day = '2026-11-21'`],
  ])('lets through what the filter %j says', async (filter, condition) => {
    await append([20, 25, 5]);
    const found = await page({ filters: [filter], limit: 1_000 });
    const expected = await plain(`WHERE ${condition} ORDER BY id DESC`);
    expect(idsOf(found)).toEqual(expected);
    expect(found.totalRows).toBe(expected.length);
    const again = await disk.connection.runAndReadAll(
      found.sql.replace(
        table,
        `(SELECT * FROM read_parquet('${disk.tableFolder(table)}/**/*.parquet', hive_partitioning = true))`,
      ),
    );
    expect(again.currentRowCount).toBe(expected.length);
  });

  it('sorts by several columns, nulls last, and pages through them', async () => {
    await append([40, 1, 59]);
    const sort = [
      { column: 'shop', descending: true },
      { column: 'amount', descending: false },
    ];
    const expected = await plain('ORDER BY shop DESC NULLS LAST, amount, id DESC');
    const read: number[] = [];
    for (let offset = 0; offset < 100; offset += 30) {
      read.push(...idsOf(await page({ sort, offset, limit: 30 })));
    }
    expect(read).toEqual(expected);
  });

  it('is read at an older version, and follows a new one', async () => {
    await append([10]);
    const sorted = { sort: [{ column: 'id', descending: false }], limit: 1_000 };
    expect(idsOf(await page(sorted))).toHaveLength(10);
    await append([5], 10);
    expect(idsOf(await page(sorted))).toHaveLength(15);
    const past = await page({ ...sorted, atVersion: 1 });
    expect([past.tableVersion, idsOf(past).length]).toEqual([1, 10]);
    await expect(page({ atVersion: 9 })).rejects.toMatchObject({ failure: { facts: { table } } });
  });

  it('begins anew when the table was reset', async () => {
    await append([4]);
    const sort = [{ column: 'id', descending: false }];
    await page({ sort });
    disk.commit(table, [{ commitInfo: { timestamp: 1, operation: 'X' } }], 1);
    expect((await page({ sort })).totalRows).toBe(0);
  });

  it.each([
    [{ columns: ['idd'] }, 'COLUMN_UNKNOWN', { column: 'idd', known: 'id' }],
    [{ sort: [{ column: 'no', descending: true }] }, 'COLUMN_UNKNOWN', { column: 'no' }],
    [
      { filters: [{ column: 'id', operator: 'equals', value: 'x' }] },
      'FILTER_INVALID',
      { column: 'id' },
    ],
    [
      { filters: [{ column: 'id', operator: 'contains', value: 'x' }] },
      'FILTER_INVALID',
      { column: 'id' },
    ],
    [{ table: 'silver.clear' }, 'TABLE_UNKNOWN', { known: table }],
  ])('says what is wrong with %j', async (request, code, facts) => {
    await append([1]);
    await expect(page(request)).rejects.toMatchObject({ failure: { code, facts } });
  });

  it('can be cancelled, and tells how far it is', async () => {
    await disk.append(table, { rows: rowsOf(0, 3_000_000), partitionValues: { day: 'x' } });
    const cancel = new AbortController();
    const told: number[] = [];
    const onProgress = (percent: number) => {
      told.push(percent);
      cancel.abort();
    };
    const sort = [
      { column: 'amount', descending: true },
      { column: 'shop', descending: true },
    ];
    const request = recordPageRequest.parse({ table, sort });
    await expect(
      records.readPage(request, { signal: cancel.signal, onProgress }),
    ).rejects.toMatchObject({ failure: { code: 'REQUEST_CANCELLED' } });
    expect(told.length).toBeGreaterThan(0);
    expect((await page({ limit: 1 })).totalRows).toBe(3_000_000);
  });
});
