import { afterAll, beforeAll, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { readFileStatistics, readTableFiles } from './table-files';

let disk: TestLake;
let lake: Lake;
const table = 'silver.sales';
beforeAll(async () => {
  disk = await TestLake.open();
  disk.create(table, { id: 'long', jour: 'string' }, ['jour']);
  const stats = { minValues: { id: 1 }, maxValues: { id: 3 }, nullCount: { id: 0 } };
  const rows = 'SELECT i::BIGINT AS id FROM range(1, 4) t(i)';
  await disk.append(table, { rows, partitionValues: { jour: '2026-11-20' }, stats });
  await disk.append(table, { rows, partitionValues: { jour: null }, withStats: false });
  lake = new Lake(disk.folder);
});
afterAll(async () => {
  await lake.close();
  disk.close();
});

it('lists the live files newest first, with the totals of all', async () => {
  const read = await readTableFiles(lake, { table, atVersion: null, limit: 1 });
  expect(read).toMatchObject({ tableVersion: 2, count: 2, rows: null });
  expect(read.files).toMatchObject([
    { path: 'part-2.parquet', rows: null, partition: { jour: null }, addedAtVersion: 2 },
  ]);
  const before = await readTableFiles(lake, { table, atVersion: 1, limit: 10 });
  expect(before).toMatchObject({ count: 1, rows: 3, files: [{ path: 'part-1.parquet' }] });
});

it('tells what the log notes of one file, and opens no other path', async () => {
  const asked = { table, atVersion: null, path: 'part-1.parquet' };
  expect((await readFileStatistics(lake, asked)).columns).toEqual([
    { name: 'id', nulls: 0, least: 1, most: 3 },
    { name: 'jour', nulls: null, least: '2026-11-20', most: '2026-11-20' },
  ]);
  await expect(
    readFileStatistics(lake, { ...asked, path: '../../../etc/passwd' }),
  ).rejects.toMatchObject({ failure: { code: 'REQUEST_INVALID' } });
});
