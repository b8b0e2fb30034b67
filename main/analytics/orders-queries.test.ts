import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '../contract/query';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { loadPack } from '../settings/load-pack';
import { openQueryPlace } from './open-query-place';
import { NamedQueries } from './named-queries';

const { folder: packFolder } = loadPack(join(__dirname, '../../resources'), 'orders');
const bronze = 'bronze.order_events';
const windows = 'gold.order_revenue_windows';
let disk: TestLake;
let lake: Lake;
let place: Awaited<ReturnType<typeof openQueryPlace>>;
let queries: NamedQueries;

/** Events of five hours over midnight, with a gap of an hour; some values missing, some negative. */
const events = (from: number, until: number) => `
  SELECT CASE WHEN i % 50 > 0 THEN 'o' || i END AS order_id, 'c' || i * 7 % 40 AS customer_id,
    ['ORDER_PLACED', 'ORDER_PLACED', 'ORDER_PLACED', 'ORDER_CANCELLED', 'ORDER_UPDATED'][1 + i % 5] AS event_type,
    ['us-east', 'us-west', 'eu-west'][1 + i * i % 11 % 3] AS region,
    ['Home', 'Sports'][1 + i % 7 % 2] AS product_category, (1 + i % 4)::INTEGER AS quantity,
    (i % 997 / 100 - 0.5)::DECIMAL(12,2)::DOUBLE AS total_price,
    TIMESTAMPTZ '2026-11-20 21:00:00Z' + to_seconds((i * 13 % 18000)::BIGINT) AS event_timestamp,
    (event_timestamp)::DATE AS event_date, (i % 3)::INTEGER AS kafka_partition, (i // 3)::BIGINT AS kafka_offset
  FROM range(${from}, ${until}) t(i) WHERE i * 13 % 18000 NOT BETWEEN 7200 AND 10800`;

beforeAll(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  place = await openQueryPlace(lake);
  queries = new NamedQueries(place, packFolder, {});
  disk.create(bronze, {
    ...{ order_id: 'string', customer_id: 'string', event_type: 'string', region: 'string' },
    ...{ product_category: 'string', quantity: 'integer', total_price: 'double' },
    ...{ event_timestamp: 'timestamp', event_date: 'date' },
    ...{ kafka_partition: 'integer', kafka_offset: 'long' },
  });
  for (const from of [0, 700, 1_400]) await disk.append(bronze, { rows: events(from, from + 700) });
  disk.create(windows, {
    ...{ window_start: 'timestamp', window_end: 'timestamp', region: 'string' },
    ...{ product_category: 'string', order_count: 'long', total_revenue: 'decimal(22,2)' },
    ...{ total_units_sold: 'long', unique_customers: 'long' },
  });
  await disk.append(windows, {
    rows: `SELECT time_bucket(INTERVAL 5 MINUTE, event_timestamp) AS window_start,
      window_start + INTERVAL 5 MINUTE AS window_end, region, product_category, count(*) AS order_count,
      sum(total_price::DECIMAL(12,2))::DECIMAL(22,2) AS total_revenue,
      sum(quantity)::BIGINT AS total_units_sold, count(DISTINCT customer_id) AS unique_customers
      FROM (${events(0, 2_100)}) WHERE event_type = 'ORDER_PLACED' GROUP BY ALL`,
  });
});
afterAll(async () => {
  place.close();
  await lake.close();
  disk.close();
});

/** Plain DuckDB over all Parquet rows: `e` the events, `p` the placed ones with cents and window. */
async function plainly(sql: string): Promise<Cell[][]> {
  const read = await disk.connection.runAndReadAll(
    `WITH e AS (SELECT * FROM read_parquet('${disk.tableFolder(bronze)}/*.parquet')),
     p AS (SELECT *, round(total_price * 100)::BIGINT AS cents,
       time_bucket(INTERVAL 5 MINUTE, event_timestamp) AS w FROM e WHERE event_type = 'ORDER_PLACED'),
     z AS (SELECT max(w) + INTERVAL 5 MINUTE AS until FROM p) ${sql}`,
  );
  return read.getRowsJson() as Cell[][];
}

const money = (cents: string, digits = 12) =>
  `(${cents} * 0.01::DECIMAL(3,2))::DECIMAL(${digits},2)::VARCHAR`;
/** Half away from zero. */
const mean = (cents: string, n: string) =>
  money(`(sign(${cents}) * ((2 * abs(${cents}) + ${n}) // (2 * ${n})))::BIGINT`);
const revenue = money('sum(cents)::BIGINT', 22);
const iso = `'%Y-%m-%dT%H:%M:%S.000Z'`;
/** Distinct customers add up over the pieces of the table: an upper bound. */
const pieces =
  '(SELECT w, region, product_category, count(*) AS n, sum(cents)::BIGINT AS cents, ' +
  'sum(quantity) AS units, count(DISTINCT customer_id) AS customers FROM p GROUP BY ALL)';

const expected: Record<string, string> = {
  event_mix_by_date: `SELECT event_date::VARCHAR, event_type, count(*), round(100.0 * count(*) / (SELECT count(*) FROM e AS d WHERE d.event_date = e.event_date), 1) FROM e GROUP BY event_date, event_type ORDER BY 1 DESC, 3 DESC, 2`,
  region_mix: `SELECT region, count(*), round(100.0 * count(*) / (SELECT count(*) FROM p), 1), ${mean('sum(cents)::BIGINT', 'count(*)')}, ${revenue} FROM p GROUP BY 1 ORDER BY 2 DESC, 1`,
  null_and_negative_rates: `SELECT count(*), count(*) - count(order_id), count(*) - count(customer_id), count(*) - count(event_type), count(*) - count(event_timestamp), round(100.0 * (SELECT count(*) FROM e WHERE total_price < 0) / count(*), 1) FROM e`,
  partition_balance: `SELECT kafka_partition, count(*), min(kafka_offset), max(kafka_offset) FROM e GROUP BY 1 ORDER BY 1`,
  last_30_minutes_by_region: `SELECT strftime(w, ${iso}), strftime(w + INTERVAL 5 MINUTE, ${iso}), region, sum(n)::BIGINT, ${revenue}, ${mean('sum(cents)::BIGINT', 'sum(n)::BIGINT')}, sum(customers)::BIGINT,
    round(100.0 * sum(cents) / (SELECT sum(cents) FROM p WHERE p.w = x.w), 1) FROM ${pieces} AS x, z WHERE w >= until - INTERVAL 30 MINUTE GROUP BY w, region ORDER BY 1 DESC, sum(cents) DESC, region`,
  last_hour_by_category: `SELECT product_category, sum(n)::BIGINT, sum(units)::BIGINT, ${revenue}, ${mean('sum(cents)::BIGINT', 'sum(n)::BIGINT')}, sum(customers)::BIGINT FROM ${pieces}, z WHERE w >= until - INTERVAL 1 HOUR GROUP BY 1 ORDER BY sum(cents) DESC, 1`,
  two_hour_trend: `, v AS (SELECT w, sum(n)::BIGINT AS n, sum(cents)::BIGINT AS cents, sum(customers)::BIGINT AS customers FROM ${pieces} GROUP BY w)
    SELECT strftime(w, ${iso}), n, ${money('cents', 22)}, customers, (SELECT ${mean('sum(o.cents)::BIGINT', 'count(*)')} FROM v AS o WHERE o.w <= v.w AND o.w > v.w - INTERVAL 15 MINUTE) FROM v, z WHERE w >= until - INTERVAL 2 HOUR ORDER BY w`,
  kpi_tiles: `SELECT ${revenue}, count(*), ${mean('sum(cents)::BIGINT', 'count(*)')}, sum(quantity)::BIGINT, count(DISTINCT region), count(DISTINCT product_category) FROM p`,
  variety_trend: `SELECT strftime(w, ${iso}), sum(quantity)::BIGINT, count(DISTINCT region), count(DISTINCT product_category) FROM p GROUP BY 1 ORDER BY 1`,
  filter_values: `SELECT DISTINCT 'category', product_category, product_category FROM p UNION ALL SELECT DISTINCT 'region', region, region FROM p ORDER BY 1, 2`,
  revenue_by_region: `SELECT region, ${revenue} FROM p GROUP BY 1 ORDER BY sum(cents) DESC`,
  revenue_by_region_category: `SELECT region, product_category, count(*), ${revenue} FROM p GROUP BY 1, 2 ORDER BY sum(cents) DESC`,
};

describe('every named query of orders, against plain DuckDB over all rows,', () => {
  it('is checked here', async () => {
    const names = (await queries.list()).map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.entries(expected))('%s', async (name, sql) => {
    const rows = await plainly(sql);
    expect(rows.length).toBeGreaterThan(0);
    expect((await queries.run(name)).rows).toEqual(rows);
  });

  it.each(['kpi_tiles', 'revenue_by_region', 'revenue_by_region_category', 'variety_trend'])(
    '%s of some regions, categories and windows',
    async (name) => {
      const parts =
        `region IN ('us-east', 'eu-west') AND product_category = 'Home' AND ` +
        `w >= TIMESTAMPTZ '2026-11-20 22:00:00Z' AND w < TIMESTAMPTZ '2026-11-21 01:30:00Z'`;
      const parameters = {
        ...{ region: ['us-east', 'eu-west'], category: ['Home'] },
        ...{ since: '2026-11-20T22:00:00Z', until: '2026-11-21T01:30:00Z' },
      };
      const rows = await plainly(expected[name]!.replace('FROM p', `FROM p WHERE ${parts}`));
      expect(rows.length).toBeGreaterThan(0);
      expect((await queries.run(name, { parameters })).rows).toEqual(rows);
    },
  );

  it.each(['last_hour_by_category', 'last_30_minutes_by_region', 'two_hour_trend'])(
    '%s of one region',
    async (name) => {
      const own = expected[name]!.replace(
        pieces,
        pieces.replace('FROM p', `FROM p WHERE region = 'us-west'`),
      ).replace('FROM p WHERE p.w = x.w', `FROM p WHERE region = 'us-west' AND p.w = x.w`);
      const rows = await plainly(own);
      expect(rows.length).toBeGreaterThan(0);
      expect((await queries.run(name, { parameters: { region: ['us-west'] } })).rows).toEqual(rows);
    },
  );
});
