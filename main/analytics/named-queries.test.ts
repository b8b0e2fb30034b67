import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { NamedQueries } from './named-queries';
import { openQueryPlace } from './open-query-place';

let disk: TestLake;
let lake: Lake;
let place: Awaited<ReturnType<typeof openQueryPlace>>;
let queries: NamedQueries;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  place = await openQueryPlace(lake);
  mkdirSync(join(disk.folder, 'pack/queries'), { recursive: true });
  writeFileSync(
    join(disk.folder, 'pack/queries/sales_count.sql'),
    'SELECT count(*) FROM gold.sales',
  );
  writeFileSync(join(disk.folder, 'pack/secret.sql'), 'SELECT 1');
  queries = new NamedQueries(place, join(disk.folder, 'pack'), {});
});
afterEach(async () => {
  place.close();
  await lake.close();
  disk.close();
});

describe('NamedQueries', () => {
  it('runs the SQL file of that name', async () => {
    disk.create('gold.sales', { id: 'long' });
    const result = await queries.run('sales_count');
    expect(result.rows).toEqual([['0']]);
    expect(result.tableVersions).toEqual({ 'gold.sales': 0 });
  });

  it.each(['sale_count', '../secret', 'nothing_alike_at_all'])('does not know %s', async (name) => {
    await expect(queries.run(name)).rejects.toMatchObject({
      failure: { code: 'QUERY_UNKNOWN', facts: { query: name, known: 'sales_count' } },
    });
  });

  const write = (name: string, sql: string) =>
    writeFileSync(join(disk.folder, 'pack/queries', `${name}.sql`), sql);

  it('lists what heads the files, by group and order', async () => {
    write('b', '-- title: Best\n-- titleFr: Meilleurs\n-- group: a\n-- order: 2\nSELECT 1');
    write('c', '-- title: First\n-- group: a\n-- order: 1\n-- parameter: day text\nSELECT $day');
    write('c.filtered', '-- parameter: day text\n-- parameter: least integer\nSELECT $day, $least');
    const day = { name: 'day', type: 'text' };
    const parameters = [day, { name: 'least', type: 'integer' }];
    expect(await queries.list()).toEqual([
      { name: 'c', title: 'First', titleFr: 'First', group: 'a', order: 1, parameters },
      { name: 'b', title: 'Best', titleFr: 'Meilleurs', group: 'a', order: 2, parameters: [] },
      {
        ...{ name: 'sales_count', title: 'sales_count', titleFr: 'sales_count' },
        ...{ group: 'other', order: 1_000, parameters: [] },
      },
    ]);
  });

  const typed =
    '-- parameter: days text[]\n-- parameter: least integer\n-- parameter: since timestamp\n' +
    'SELECT $days::VARCHAR[], $least::BIGINT, $since::TIMESTAMPTZ';

  it('binds parameters by their types, and null for those left out', async () => {
    write('typed', typed);
    const run = async (parameters: object) =>
      (await queries.run('typed', { parameters: parameters as never })).rows[0];
    expect(await run({})).toEqual([null, null, null]);
    const injected = `x'); DROP VIEW gold.sales; --`;
    expect(
      await run({ days: ['a', injected], least: '7', since: '2026-11-21T10:00:00+01:00' }),
    ).toEqual([JSON.stringify(['a', injected]), '7', '2026-11-21T09:00:00.000Z']);
    expect(await run({ days: 'a' })).toEqual(['["a"]', null, null]);
  });

  it.each([
    [{ dayz: 'a' }, /no parameter dayz; it has days/],
    [{ least: '1.5' }, /least takes a whole number, not 1.5/],
    [{ since: 'noon' }, /since takes a time/],
    [{ least: ['1'] }, /least takes one value/],
  ])('says what is wrong with the parameters %j', async (parameters, reason) => {
    write('typed', typed);
    const failure = await queries
      .run('typed', { parameters: parameters as never })
      .catch((error) => error.failure);
    expect(failure).toMatchObject({ code: 'REQUEST_INVALID', facts: { name: 'typed' } });
    expect(failure.facts.reason).toMatch(reason);
  });

  it('answers again from the cache until a table changes, is reset, or the file is edited', async () => {
    disk.create('gold.sales', { id: 'long' });
    write('drawn', 'SELECT count(*), random() FROM gold.sales');
    const run = async () => JSON.stringify((await queries.run('drawn')).rows);
    const first = await run();
    expect(await run()).toBe(first);
    expect(JSON.stringify((await queries.run('drawn', { fromCache: false })).rows)).not.toBe(first);
    await disk.append('gold.sales', { rows: 'SELECT 1::BIGINT AS id' });
    const second = await run();
    expect(second).not.toBe(first);
    expect(await run()).toBe(second);
    rmSync(disk.tableFolder('gold.sales'), { recursive: true });
    disk.create('gold.sales', { id: 'long' });
    await disk.append('gold.sales', { rows: 'SELECT 1::BIGINT AS id' });
    const third = await run();
    expect(third).not.toBe(second);
    write('drawn', 'SELECT count(*), random() + 1 FROM gold.sales');
    expect(await run()).not.toBe(third);
  });
});
