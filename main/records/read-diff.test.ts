import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffRequest } from '../contract/records';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { testPack } from '../ledger/test-pack';
import { Records } from './records';

const table = 'gold.by_shop';
let disk: TestLake;
let lake: Lake;
let records: Records;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  records = new Records(lake, testPack, join(disk.root, 'spill'));
});
afterEach(async () => {
  await records.close();
  await lake.close();
  disk.close();
});

const diff = (fromVersion: number, toVersion: number, more: object = {}) =>
  records.readDiff(diffRequest.parse({ table, fromVersion, toVersion, ...more }));
const shops = (rows: string) => `SELECT * FROM (VALUES ${rows}) t(shop, total)`;

describe('the difference of two versions', () => {
  it('is by key: added, removed, changed, and nothing of rows that are the same', async () => {
    disk.create(table, { shop: 'string', total: 'integer', _state: 'binary' });
    const first = await disk.append(table, {
      rows: shops(`('a', 1), ('b', 2), ('c', 3), (NULL, 4)`),
    });
    await disk.append(table, {
      rows: shops(`('c', 30), ('b', 2), ('d', 5), (NULL, 5)`),
      remove: [first.path],
    });
    const forth = await diff(1, 2);
    expect(forth).toMatchObject({ key: ['shop'], added: 1, removed: 1, changed: 2 });
    expect(forth.columns.map(({ name }) => name)).toEqual(['shop', 'total']);
    expect(forth.rows).toEqual([
      { change: 'added', before: null, after: ['d', 5] },
      { change: 'changed', before: ['c', 3], after: ['c', 30] },
      { change: 'changed', before: [null, 4], after: [null, 5] },
      { change: 'removed', before: ['a', 1], after: null },
    ]);
    expect(await diff(2, 1)).toMatchObject({ added: 1, removed: 1, changed: 2 });
    expect(await diff(2, 2)).toMatchObject({ added: 0, removed: 0, changed: 0, filesRead: 0 });
    const cut = await diff(1, 2, { limit: 1 });
    expect(cut).toMatchObject({ changed: 2, isTruncated: true });
    expect(cut.rows).toHaveLength(1);
  });

  it('opens only files that one of the versions does not have', async () => {
    disk.create(table, { shop: 'string', total: 'integer' });
    const first = await disk.append(table, { rows: shops(`('a', 1)`) });
    await disk.append(table, { rows: shops(`('b', 2)`) });
    rmSync(join(disk.tableFolder(table), first.path));
    expect(await diff(1, 2)).toMatchObject({ added: 1, files: 2, filesRead: 1 });
  });

  it('is empty after compaction', async () => {
    disk.create(table, { shop: 'string', total: 'integer' });
    const first = await disk.append(table, { rows: shops(`('a', 1), ('b', 2)`) });
    const second = await disk.append(table, { rows: shops(`('c', 3)`) });
    const rows = shops(`('c', 3), ('b', 2), ('a', 1)`);
    await disk.append(table, { rows, remove: [first.path, second.path], dataChange: false });
    expect(await diff(2, 3)).toMatchObject({ added: 0, removed: 0, changed: 0, filesRead: 3 });
  });

  it('without a key counts whole rows, equal ones too', async () => {
    const other = 'gold.unknown';
    disk.create(other, { shop: 'string', total: 'integer' });
    const first = await disk.append(other, { rows: shops(`('a', 1), ('a', 1), ('b', 2)`) });
    const rows = shops(`('a', 1), ('b', 3), ('c', 4)`);
    await disk.append(other, { rows, remove: [first.path] });
    const found = await diff(1, 2, { table: other });
    expect(found).toMatchObject({ key: null, added: 2, removed: 2, changed: 0 });
    expect(found.rows.map(({ before, after }) => before ?? after)).toEqual([
      ...[
        ['b', 3],
        ['c', 4],
      ],
      ...[
        ['a', 1],
        ['b', 2],
      ],
    ]);
  });

  it('shows a new column as a change from null', async () => {
    disk.create(table, { shop: 'string', total: 'integer' });
    const first = await disk.append(table, { rows: shops(`('a', 1)`) });
    disk.create(table, { shop: 'string', total: 'integer', added: 'string' });
    const rows = `SELECT 'a' AS shop, 1 AS total, 'x' AS added`;
    await disk.append(table, { rows, remove: [first.path] });
    expect((await diff(1, 3)).rows).toEqual([
      { change: 'changed', before: ['a', 1, null], after: ['a', 1, 'x'] },
    ]);
  });

  it('knows the key of every table of the pack', async () => {
    const offsets = { kafka_topic: 'string', kafka_partition: 'integer', kafka_offset: 'long' };
    disk.create('bronze.raw', { uid: 'string', ...offsets });
    disk.create('silver.clean', { uid: 'string', shop: 'string' });
    const key = async (name: string) => (await diff(0, 0, { table: name })).key;
    expect(await key('bronze.raw')).toEqual(Object.keys(offsets));
    expect(await key('silver.clean')).toEqual(['uid']);
  });
});
