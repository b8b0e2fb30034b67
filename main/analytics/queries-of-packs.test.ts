import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { loadPack } from '../settings/load-pack';
import { openQueryPlace } from './open-query-place';
import { QueriesOfPacks } from './queries-of-packs';

const resources = join(__dirname, '../../resources');
let disk: TestLake;
let lake: Lake;
let place: Awaited<ReturnType<typeof openQueryPlace>>;
let queries: QueriesOfPacks;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  place = await openQueryPlace(lake);
  queries = new QueriesOfPacks(place, lake, new Map(), [
    loadPack(resources, 'sales'),
    loadPack(resources, 'orders'),
  ]);
});
afterEach(async () => {
  await queries.close();
  place.close();
  await lake.close();
  disk.close();
});

const titlesOf = async (pack?: string) =>
  (await (await queries.of(pack)).list()).map(({ name }) => name);

describe('the queries of packs that run together', () => {
  it('are those of the pack that is asked for, of the first where none is', async () => {
    expect(await titlesOf()).toContain('top_products');
    expect(await titlesOf('sales')).toEqual(await titlesOf());
    expect(await titlesOf('orders')).toContain('revenue_by_region');
    expect(await titlesOf('orders')).not.toContain('top_products');
  });

  it('run over the tables of their own pack, though another has a query of that name', async () => {
    const columns = {
      ...{ window_start: 'timestamp', window_end: 'timestamp', region: 'string' },
      ...{ product_category: 'string', order_count: 'long', total_revenue: 'decimal(22,2)' },
      ...{ total_units_sold: 'long', unique_customers: 'long' },
    } as const;
    disk.create('gold.order_revenue_windows', columns);
    const { tableVersions } = await (await queries.of('orders')).run('revenue_by_region');
    expect(tableVersions).toEqual({ 'gold.order_revenue_windows': 0 });
    await expect((await queries.of()).run('revenue_by_region')).rejects.toMatchObject({
      failure: { code: 'QUERY_UNKNOWN' },
    });
  });

  it('does not know a pack that does not run', async () => {
    await expect(queries.of('clickstream')).rejects.toMatchObject({
      failure: { code: 'PACK_UNKNOWN', facts: { pack: 'clickstream', known: 'sales, orders' } },
    });
  });
});
