import { mkdirSync, writeFileSync } from 'node:fs';
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
  queries = new NamedQueries(place, join(disk.folder, 'pack'));
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
});
