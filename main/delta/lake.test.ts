import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from './lake';
import { toTableSummary } from './snapshot';
import { TestLake } from './test-lake';

const table = 'silver.sales';
let disk: TestLake;
let lake: Lake;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
});
afterEach(async () => {
  await lake.close();
  disk.close();
});

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { failure?: { code: string; facts: Record<string, unknown> } }) => error.failure,
  );

describe('Lake', () => {
  it('has the files, columns and figures of the newest version', async () => {
    disk.create(table, { id: 'long', jour: 'string' }, ['jour']);
    const { path } = await disk.append(table, { rows: 'SELECT 1::BIGINT AS id FROM range(3)' });
    await disk.append(table, {
      rows: 'SELECT 2::BIGINT AS id FROM range(5)',
      transaction: ['query', 4],
      timestampMs: 9_000,
    });
    const snapshot = await lake.snapshot(table);
    expect(snapshot.columns).toEqual([
      { name: 'id', type: 'long' },
      { name: 'jour', type: 'string' },
    ]);
    expect(snapshot.partitionColumns).toEqual(['jour']);
    expect(snapshot.files[0]).toMatchObject({
      path: join(disk.tableFolder(table), path),
      rows: 3,
      addedAtVersion: 1,
    });
    expect(snapshot.transactions.get('query')).toBe(4);
    expect(toTableSummary(snapshot)).toMatchObject({
      tableVersion: 2,
      committedAtMs: 9_000,
      rows: 8,
      liveFiles: 2,
    });
  });

  it('knows no row count when a file has no statistics', async () => {
    disk.create(table, { id: 'long' });
    await disk.append(table, { rows: 'SELECT 1::BIGINT AS id', withStats: false });
    expect(toTableSummary(await lake.snapshot(table)).rows).toBeNull();
  });

  it('sees a new commit, a replaced file and the removal of an unknown file', async () => {
    disk.create(table, { id: 'long' });
    const { path } = await disk.append(table, { rows: 'SELECT 1::BIGINT AS id' });
    expect((await lake.snapshot(table)).version).toBe(1);
    await disk.append(table, {
      rows: 'SELECT 2::BIGINT AS id',
      remove: [path, 'never-was.parquet'],
    });
    const snapshot = await lake.snapshot(table);
    expect(snapshot.version).toBe(2);
    expect(snapshot.files.map((file) => file.addedAtVersion)).toEqual([2]);
  });

  it('decodes paths, and meets them again when a remove encodes them differently', async () => {
    disk.create(table, { id: 'long', place: 'string' }, ['place']);
    const { path } = await disk.append(table, {
      rows: 'SELECT 1::BIGINT AS id',
      subfolder: 'place=C%C3%B4te d%27Or',
      partitionValues: { place: "Côte d'Or" },
    });
    const [file] = (await lake.snapshot(table)).files;
    expect(file!.path).toBe(join(disk.tableFolder(table), decodeURIComponent(path)));
    expect(file!.partitionValues).toEqual({ place: "Côte d'Or" });
    disk.commit(table, [{ remove: { path: path.replace('%3D', '='), dataChange: true } }]);
    expect((await lake.snapshot(table)).files).toEqual([]);
  });

  it('reads an earlier version', async () => {
    disk.create(table, { id: 'long' });
    const { path } = await disk.append(table, { rows: 'SELECT 1::BIGINT AS id' });
    await disk.append(table, { rows: 'SELECT 2::BIGINT AS id', remove: [path] });
    await lake.snapshot(table);
    const earlier = await lake.snapshot(table, { atVersion: 1 });
    expect(earlier.version).toBe(1);
    expect(earlier.files[0]!.path.endsWith(path)).toBe(true);
    expect(await failureOf(lake.snapshot(table, { atVersion: 7 }))).toMatchObject({
      code: 'TABLE_VERSION_UNKNOWN',
      facts: { table, version: 7, earliest: 0, latest: 2 },
    });
  });

  it('takes a torn newest commit for one that is not there yet', async () => {
    disk.create(table, { id: 'long' });
    await disk.append(table, { rows: 'SELECT 1::BIGINT AS id' });
    const torn = disk.logFile(table, '00000000000000000002.json');
    for (const text of ['', '{"commitInfo":{"timestamp":1}}\n{"add":{"path":"a.par']) {
      writeFileSync(torn, text);
      expect((await lake.snapshot(table)).version).toBe(1);
      expect((await new Lake(disk.folder).snapshot(table)).version).toBe(1);
    }
    disk.commit(table, [{ txn: { appId: 'query', version: 1 } }], 2);
    expect((await lake.snapshot(table)).version).toBe(2);
  });

  it('refuses a damaged commit in the middle and names it', async () => {
    disk.create(table, { id: 'long' });
    writeFileSync(disk.logFile(table, '00000000000000000001.json'), '{"add":');
    disk.commit(table, [{ txn: { appId: 'query', version: 1 } }], 2);
    const failure = await failureOf(lake.snapshot(table));
    expect(failure?.code).toBe('TABLE_UNREADABLE');
    expect(failure?.facts['reason']).toContain('00000000000000000001.json is damaged');
  });

  it('refuses a log with a missing commit and names it', async () => {
    disk.create(table, { id: 'long' });
    disk.commit(table, [{ txn: { appId: 'query', version: 1 } }], 1);
    disk.commit(table, [{ txn: { appId: 'query', version: 2 } }], 2);
    rmSync(disk.logFile(table, '00000000000000000001.json'));
    const failure = await failureOf(lake.snapshot(table));
    expect(failure?.facts['reason']).toContain('00000000000000000001.json is missing');
  });

  it('notices that a table was deleted and made anew', async () => {
    disk.create(table, { id: 'long' });
    await disk.append(table, { rows: 'SELECT 1::BIGINT AS id' });
    expect((await lake.snapshot(table)).files).toHaveLength(1);
    renameSync(disk.tableFolder(table), `${disk.root}/aside`);
    disk.create(table, { other: 'long' });
    disk.commit(table, [{ txn: { appId: 'query', version: 1 } }]);
    disk.commit(table, [{ txn: { appId: 'query', version: 2 } }]);
    const snapshot = await lake.snapshot(table);
    expect(snapshot.version).toBe(2);
    expect(snapshot.files).toHaveLength(0);
    expect(snapshot.columns[0]!.name).toBe('other');
  });

  it('names the nearest tables for an unknown one', async () => {
    disk.create(table, { id: 'long' });
    disk.create('bronze.orders', { id: 'long' });
    const known = async (name: string) => (await failureOf(lake.snapshot(name)))?.facts['known'];
    expect(await known('silver.sale')).toBe(table);
    expect(await known('sales')).toBe(table);
    expect(await known('gold.quite_different')).toBe(`bronze.orders, ${table}`);
    expect(await known('../etc')).toBe(`bronze.orders, ${table}`);
  });

  it('says that a folder without a commit is no table, and does not list it', async () => {
    mkdirSync(disk.tableFolder('gold.notes'), { recursive: true });
    const failure = await failureOf(lake.snapshot('gold.notes'));
    expect(failure?.code).toBe('TABLE_UNREADABLE');
    expect(failure?.facts['reason']).toContain('has no commit');
    expect(await lake.listTables()).toEqual([]);
    mkdirSync(disk.logFile('gold.notes', ''), { recursive: true });
    expect(await lake.listTables()).toEqual([]);
    expect(lake.has('gold.notes')).toBe(false);
  });

  it('tells the history newest first', async () => {
    disk.create(table, { id: 'long' });
    await disk.append(table, {
      rows: 'SELECT 1::BIGINT AS id FROM range(4)',
      transaction: ['query', 0],
      timestampMs: 5_000,
    });
    expect(await lake.history(table)).toEqual([
      {
        version: 1,
        committedAtMs: 5_000,
        operation: 'WRITE',
        writer: null,
        rowsAdded: 4,
        rowsRemoved: 0,
        filesAdded: 1,
        filesRemoved: 0,
        transactions: [{ appId: 'query', version: 0 }],
        operationMetrics: {},
      },
      expect.objectContaining({ version: 0, operation: 'CREATE TABLE', rowsAdded: 0 }),
    ]);
  });
});
