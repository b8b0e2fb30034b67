import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openQueryPlace } from '../analytics/open-query-place';
import { runQuery } from '../analytics/run-query';
import { SqlBox } from '../analytics/sql-box';
import { toFailure } from '../contract/failure';
import { sqlRequest } from '../contract/query';
import { recordPageRequest } from '../contract/records';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { testPack } from '../ledger/test-pack';
import { Records } from './records';

const table = 'silver.clean';
const sql = `SELECT sum(id) FROM ${table}`;
let disk: TestLake;
let lake: Lake;
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Every way to a row: a page, the SQL box, and a query of the app's own. */
async function waysInto(folderName: string) {
  disk = await TestLake.open(folderName);
  disk.create(table, { id: 'long' });
  const { path } = await disk.append(table, { rows: 'SELECT 7::BIGINT AS id' });
  lake = new Lake(disk.folder);
  const records = new Records(lake, testPack, join(disk.root, 'spill'));
  const box = new SqlBox(lake);
  const place = await openQueryPlace(lake);
  closers.push(() => disk.close());
  closers.push(() => lake.close());
  closers.push(() => place.close());
  closers.push(() => box.close());
  closers.push(() => records.close());
  const ways = [
    () => records.readPage(recordPageRequest.parse({ table })),
    () => box.run(sqlRequest.parse({ sql })),
    () => runQuery(place, sql),
  ];
  return { path, box, ways };
}

const folders = ['delta [1]', 'a*b', 'what?', '[', "it's [x]*? 100%", 'été', '{a,b}', '~'];

describe.each(folders)('a lake in a folder named %s', (folderName) => {
  it('is read every way, and nothing outside it', async () => {
    const { box, ways } = await waysInto(folderName);
    for (const way of ways) expect((await way()).rows).toEqual([['7']]);
    await disk.connection.run(`COPY (SELECT 1) TO '${disk.root}/outside.csv'`);
    const outside = box.run(
      sqlRequest.parse({ sql: `SELECT * FROM read_csv('${disk.root}/outside.csv')` }),
    );
    expect(await outside.then(() => null, toFailure)).not.toBeNull();
  });

  it('names a data file that is missing, and the version that needs it', async () => {
    const { path, ways } = await waysInto(folderName);
    const file = join(disk.tableFolder(table), path);
    rmSync(file);
    for (const way of ways) {
      expect(await way().then(() => null, toFailure)).toMatchObject({
        code: 'TABLE_UNREADABLE',
        facts: { table, reason: `Its version 1 needs ${file}, which is missing.` },
      });
    }
  });
});
