import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DuckDbSession } from '../analytics/duckdb-session';
import { openQueryPlace } from '../analytics/open-query-place';
import { runQuery } from '../analytics/run-query';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { repeatTable, splitTable } from './copied-table';

const table = 'silver.sales';
let disk: TestLake;
let lake: Lake;
beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  disk.create(table, { id: 'long', day: 'string' }, ['day']);
  for (const [from, day] of [
    [0, 'a'],
    [40, 'b'],
  ] as const) {
    const rows = `SELECT (${from} + i)::BIGINT AS id FROM range(40) t(i)`;
    await disk.append(table, { rows, partitionValues: { day }, subfolder: `day=${day}` });
  }
});
afterEach(async () => {
  await lake.close();
  disk.close();
});

/** Rows, distinct rows, sum and files of a copy. */
async function figuresOf(folder: string) {
  const copy = new Lake(folder);
  const place = await openQueryPlace(copy);
  const sql = `SELECT count(*), count(DISTINCT (id, day)), sum(id)::BIGINT FROM ${table}`;
  const { rows } = await runQuery(place, sql);
  const { files } = await copy.snapshot(table);
  place.close();
  await copy.close();
  return [...rows[0]!.map(Number), files.length];
}

it('a split table has the same rows in many files', async () => {
  const session = await DuckDbSession.open();
  const folder = join(disk.root, 'split');
  await splitTable(session, lake, table, join(folder, 'silver/sales'), 16);
  session.close();
  expect(await figuresOf(folder)).toEqual([80, 80, 3_160, 16]);
});

it('a repeated table has every row equally often', async () => {
  const folder = join(disk.root, 'repeated');
  await repeatTable(lake, table, join(folder, 'silver/sales'), 200);
  expect(await figuresOf(folder)).toEqual([240, 80, 3 * 3_160, 6]);
});
