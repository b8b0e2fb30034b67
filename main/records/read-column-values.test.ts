import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { columnValuesRequest } from '../contract/column-values';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { testPack } from '../ledger/test-pack';
import { Records } from './records';

const table = 'silver.clean';
let disk: TestLake;
let lake: Lake;
let records: Records;
beforeAll(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  records = new Records(lake, testPack, join(disk.root, 'spill'));
  disk.create(table, { id: 'long', country: 'string' });
  // 3 × Italie, 2 × ITALIE, 1 each of a quote, an empty text, a long one; and 2 without a value.
  await disk.append(table, {
    rows: `SELECT * FROM (VALUES (1::BIGINT, 'Italie'), (2, 'Italie'), (3, 'Italie'),
      (4, 'ITALIE'), (5, 'ITALIE'), (6, 'O''Neil'), (7, ''), (8, NULL), (9, NULL),
      (10, repeat('x', 1001))) t(id, country)`,
  });
});
afterAll(async () => {
  await records.close();
  await lake.close();
  disk.close();
});
const read = (asked: object, signal?: AbortSignal) =>
  records.readColumnValues(
    columnValuesRequest.parse({ table, column: 'country', ...asked }),
    signal ? { signal } : {},
  );
const listed = async (asked: object) => (await read(asked)).values.map(({ value }) => value);

it('lists the values of a column with their rows, the most frequent first', async () => {
  const { values, isTruncated, tableVersion } = await read({});
  expect(values).toEqual([
    { value: 'Italie', rows: 3 },
    { value: 'ITALIE', rows: 2 },
    { value: '', rows: 1 },
    { value: "O'Neil", rows: 1 },
  ]);
  expect([isTruncated, tableVersion]).toEqual([false, 1]);
});

it('lists no more than was asked for, and says so', async () => {
  const { values, isTruncated } = await read({ limit: 1 });
  expect([values, isTruncated]).toEqual([[{ value: 'Italie', rows: 3 }], true]);
});

it('searches whatever the capitals, and takes the search for no SQL and no pattern', async () => {
  expect(await listed({ search: 'iTaL' })).toEqual(['Italie', 'ITALIE']);
  expect(await listed({ search: "o'n" })).toEqual(["O'Neil"]);
  expect(await listed({ search: '%' })).toEqual([]);
  expect(await listed({ search: "') OR true --" })).toEqual([]);
});

it('counts the rows that the other filters let through', async () => {
  const filters = [{ column: 'id', operator: 'between', from: 3, until: 6 }];
  const { values } = await read({ filters, search: 'i' });
  expect(values).toEqual([
    { value: 'ITALIE', rows: 2 },
    { value: 'Italie', rows: 1 },
    { value: "O'Neil", rows: 1 },
  ]);
});

it('refuses a column of another type, one that is not there, and ends when it is cancelled', async () => {
  await expect(read({ column: 'id' })).rejects.toMatchObject({
    failure: { code: 'FILTER_INVALID' },
  });
  await expect(read({ column: 'contry' })).rejects.toMatchObject({
    failure: { code: 'COLUMN_UNKNOWN' },
  });
  const ended = AbortSignal.abort();
  await expect(read({}, ended)).rejects.toMatchObject({ failure: { code: 'REQUEST_CANCELLED' } });
});
