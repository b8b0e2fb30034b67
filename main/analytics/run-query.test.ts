import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { openQueryPlace } from './open-query-place';
import { runQuery } from './run-query';

const table = 'silver.sales';
let disk: TestLake;
let lake: Lake;
let place: Awaited<ReturnType<typeof openQueryPlace>>;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  place = await openQueryPlace(lake);
});
afterEach(async () => {
  place.close();
  await lake.close();
  disk.close();
});

const rowsOf = async (sql: string) => (await runQuery(place, sql)).rows;

describe('runQuery', () => {
  it('names every table that is read, in joins, subqueries and CTEs, and no other', async () => {
    for (const name of ['bronze.a', 'silver.b', 'gold.c', 'gold.d'])
      disk.create(name, { id: 'long' });
    const { tableVersions } = await runQuery(
      place,
      `WITH d AS (SELECT * FROM "silver"."B") -- gold.d
       SELECT 'gold.d', (SELECT max(id) FROM gold.c) FROM d JOIN bronze.a USING (id)`,
    );
    expect(tableVersions).toEqual({ 'bronze.a': 0, 'silver.b': 0, 'gold.c': 0 });
    expect((await runQuery(place, 'SELECT 1')).committedAtMs).toBeNull();
  });

  it('reads the newest version every time', async () => {
    disk.create(table, { id: 'long' });
    for (let version = 1; version <= 3; version++) {
      await disk.append(table, { rows: `SELECT ${version}::BIGINT AS id` });
      const result = await runQuery(place, 'SELECT count(*) FROM silver.sales');
      expect(result.rows).toEqual([[String(version)]]);
      expect(result.tableVersions).toEqual({ [table]: version });
    }
  });

  it('reads exactly the versions that it names while commits go on', async () => {
    disk.create(table, { version: 'long' });
    let isWriting = true;
    const writing = (async () => {
      for (let version = 1; version <= 40; version++) {
        await disk.append(table, { rows: `SELECT ${version}::BIGINT AS version` });
      }
      isWriting = false;
    })();
    const read = async () => {
      const { rows, tableVersions } = await runQuery(
        place,
        'SELECT coalesce(max(version), 0), count(*) FROM silver.sales',
      );
      const version = String(tableVersions[table]);
      expect(rows).toEqual([[version, version]]);
    };
    while (isWriting) await Promise.all([read(), read(), read()]);
    await writing;
  });

  it('cuts at the row limit and says so', async () => {
    const sql = 'SELECT * FROM range(5000)';
    const cut = await runQuery(place, sql, { rowLimit: 10 });
    expect(cut.rows).toHaveLength(10);
    expect(cut.isTruncated).toBe(true);
    expect((await runQuery(place, sql, { rowLimit: 5000 })).isTruncated).toBe(false);
  });

  const endless = 'SELECT count(*) FROM range(100000000000) t(i) WHERE hash(i) = 1';

  it('ends at its deadline', async () => {
    await expect(runQuery(place, endless, { timeoutMs: 100 })).rejects.toMatchObject({
      failure: { code: 'SQL_TIMEOUT', facts: { timeoutMs: 100 } },
    });
    expect(await rowsOf('SELECT 1')).toEqual([[1]]);
  });

  it('ends when it is cancelled, before and while it runs', async () => {
    const cancelled = { failure: { code: 'REQUEST_CANCELLED' } };
    const signal = AbortSignal.abort();
    await expect(runQuery(place, 'SELECT 1', { signal })).rejects.toMatchObject(cancelled);
    const controller = new AbortController();
    const running = runQuery(place, endless, { signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    await expect(running).rejects.toMatchObject(cancelled);
  });

  it('reads again when compaction takes a file away between snapshot and reading', async () => {
    disk.create(table, { id: 'long' });
    const { path } = await disk.append(table, { rows: 'SELECT 1::BIGINT AS id' });
    await lake.snapshot(table);
    const stale = await lake.snapshot(table);
    const original = lake.snapshot.bind(lake);
    let isFirst = true;
    lake.snapshot = async (name, options) => {
      if (!isFirst) return original(name, options);
      isFirst = false;
      await disk.append(table, { rows: 'SELECT 2::BIGINT AS id', remove: [path] });
      rmSync(join(disk.tableFolder(table), path));
      return stale;
    };
    const result = await runQuery(place, 'SELECT id FROM silver.sales');
    expect(result.rows).toEqual([['2']]);
    expect(result.tableVersions).toEqual({ [table]: 2 });
  });

  it('names the table whose file is really gone', async () => {
    disk.create(table, { id: 'long' });
    const { path } = await disk.append(table, { rows: 'SELECT 1::BIGINT AS id' });
    rmSync(join(disk.tableFolder(table), path));
    await expect(runQuery(place, 'SELECT id FROM silver.sales')).rejects.toMatchObject({
      failure: { code: 'TABLE_UNREADABLE', facts: { table } },
    });
  });

  it('fails with the nearest tables for an unknown one', async () => {
    disk.create(table, { id: 'long' });
    await expect(runQuery(place, 'SELECT * FROM silver.sale')).rejects.toMatchObject({
      failure: { code: 'TABLE_UNKNOWN', facts: { table: 'silver.sale', known: table } },
    });
  });

  it.each([
    ['SELEC 1', /syntax error at or near/],
    ['SELECT nothing FROM silver.sales', /column "nothing" not found in FROM clause/i],
    ['SELECT 1/', /syntax error/],
    [`SELECT 'a'::INTEGER`, /Could not convert string/],
    ['SELECT $1', /parameter/i],
  ])('tells in one sentence what is wrong with %s', async (sql, reason) => {
    disk.create(table, { id: 'long' });
    const failure = await runQuery(place, sql).catch((error) => error.failure);
    expect(failure.code).toBe('SQL_INVALID');
    expect(failure.facts.reason).toMatch(reason);
    expect(failure.facts.reason).not.toMatch(/\n|Error:|LINE|!/);
  });
});
