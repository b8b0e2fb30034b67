import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '../contract/query';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { toRecompute } from '../ledger/recompute-aggregate';
import { loadPack } from '../settings/load-pack';
import { openQueryPlace } from './open-query-place';
import { PackQueries } from './pack-queries';
import { tablesTable } from './tables-table';

const { pack, folder: packFolder } = loadPack(join(__dirname, '../../resources'), 'sales');
const silver = 'silver.ventes_clean';
const bronze = 'bronze.ventes_stream';
let disk: TestLake;
let lake: Lake;
let place: Awaited<ReturnType<typeof openQueryPlace>>;
let queries: PackQueries;

/** Sales `from` to `until`, two hours apart in a ring of three days; prices make halves of a cent. */
const rows = (from: number, until: number, day: string) => `
  SELECT 'e' || i AS event_id, i::INTEGER AS vente_id, (i * 7 % 16)::INTEGER AS client_id,
    (100 + i % 9)::INTEGER AS produit_id, moment AS timestamp, (1 + i % 5)::INTEGER AS quantite,
    (i % 1000 / 100 + 0.01)::DECIMAL(12,2) AS montant, montant AS total_depense,
    'client ' || (i * 7 % 16) AS client_nom, 'product ' || (i % 9) AS produit_nom,
    CASE i % 9 WHEN 5 THEN 'Livres' ELSE 'Électronique' END AS categorie,
    ['France', 'Italie', 'UK'][1 + i * 7 % 16 % 3] AS pays,
    ['FR', 'IT', 'GB'][1 + i * 7 % 16 % 3] AS country_code,
    ['Particulier', 'Entreprise'][1 + i * 7 % 16 % 2] AS segment,
    ['INDIVIDUAL', 'ENTERPRISE'][1 + i * 7 % 16 % 2] AS segment_code,
    year(moment)::INTEGER AS annee, month(moment)::INTEGER AS mois, hour(moment)::INTEGER AS heure, NULL::VARCHAR AS dq_warnings,
    (i % 3)::INTEGER AS kafka_partition, (i // 3)::BIGINT AS kafka_offset, moment AS kafka_timestamp
  FROM (SELECT i, TIMESTAMPTZ '2026-10-30 00:00:01Z' + to_minutes(i * 7 % 4320) AS moment
    FROM range(${from}, ${until}) t(i)) WHERE strftime(moment, '%Y-%m-%d') = '${day}'`;
const days = ['2026-10-30', '2026-10-31', '2026-11-01'];

const types: Record<string, string> = {
  ...{ event_id: 'string', vente_id: 'integer', client_id: 'integer', produit_id: 'integer' },
  ...{ timestamp: 'timestamp', quantite: 'integer', montant: 'decimal(12,2)' },
  ...{ total_depense: 'decimal(12,2)', client_nom: 'string', produit_nom: 'string' },
  ...{ categorie: 'string', pays: 'string', country_code: 'string', segment: 'string' },
  ...{ segment_code: 'string', annee: 'integer', mois: 'integer', dq_warnings: 'string' },
  ...{ kafka_partition: 'integer', kafka_offset: 'long', kafka_timestamp: 'timestamp' },
  ...{ jour: 'string', heure: 'integer' },
};

/** One micro-batch: Bronze, Silver, then every aggregate as its recompute by the ledger's rule. */
async function commitBatch(batch: number, from: number, until: number): Promise<void> {
  for (const [index, jour] of [...days, ...days].entries()) {
    const table = index < days.length ? bronze : silver;
    await disk.append(table, {
      ...{ rows: rows(from, until, jour), transaction: ['q', batch] },
      ...{ partitionValues: { jour }, subfolder: `jour=${jour}` },
    });
  }
  const snapshot = await lake.snapshot(silver);
  for (const aggregate of pack.aggregates) {
    const table = `${aggregate.layer}.${aggregate.table}`;
    const measures = new Map(
      aggregate.measures.map(({ name, type }) => [
        name,
        type === 'long' ? 'BIGINT' : type.toUpperCase(),
      ]),
    );
    const derived = aggregate.derived.map(({ name, sql }) => `, ${sql} AS ${name}`).join('');
    const before = lake.has(table) ? (await lake.snapshot(table)).files : [];
    const recompute = `SELECT *${derived} FROM (${toRecompute(aggregate, snapshot, measures)})`;
    if (before.length === 0) disk.create(table, await columnsOf(recompute));
    await disk.append(table, {
      rows: recompute,
      transaction: [`silver:${silver}`, snapshot.version],
      remove: before.map(({ path }) => path.slice(disk.tableFolder(table).length + 1)),
    });
  }
}

async function columnsOf(select: string): Promise<Record<string, string>> {
  const names: Record<string, string> = { BIGINT: 'long', VARCHAR: 'string' };
  const read = await disk.connection.runAndReadAll(`DESCRIBE ${select}`);
  const typeOf = (type: string) => names[type] ?? type.toLowerCase().replace(' with time zone', '');
  return Object.fromEntries(
    read.getRowsJson().map(([name, type]) => [String(name), typeOf(String(type))]),
  );
}

beforeAll(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  disk.create(bronze, types, ['jour']);
  disk.create(silver, types, ['jour']);
  await commitBatch(0, 0, 3_000);
  await commitBatch(1, 3_000, 4_001);
  const extraTables = new Map([['ops.tables', tablesTable(lake, pack)]]);
  place = await openQueryPlace(lake, new Map(), extraTables);
  queries = new PackQueries(place, { lake, pack, packFolder, packViews: new Map(), extraTables });
});
afterAll(async () => {
  await queries.close();
  place.close();
  await lake.close();
  disk.close();
});

/** Plain DuckDB over all Parquet rows of Silver up to a sale, `s`, and the same means as fractions. */
async function plainly(sql: string, until = 4_001, where = 'true'): Promise<Cell[][]> {
  const files = `read_parquet('${disk.tableFolder(silver)}/**/*.parquet', hive_partitioning = true)`;
  const some = `SELECT * FROM ${files} WHERE vente_id < ${until} AND ${where}`;
  const read = await disk.connection.runAndReadAll(`WITH s AS (${some}) ${sql}`);
  return read.getRowsJson() as Cell[][];
}

/** Half up, in whole cents: `2 cents + n` halves of `n`. */
const mean = (sum: string, n: string) =>
  `((2 * (100 * ${sum})::BIGINT + ${n}) // (2 * ${n})) * 0.01::DECIMAL(3,2)`;
const sold = 'sum(total_depense)';
const average = `(${mean(sold, 'count(*)')})::DECIMAL(12,2)::VARCHAR`;
const client =
  '(SELECT client_id, any_value(client_nom) AS nom, any_value(pays) AS pays, ' +
  `any_value(segment) AS segment, ${sold} AS spent, count(*) AS n FROM s GROUP BY 1)`;
const level = `CASE WHEN spent >= 500 THEN 'Premium' WHEN spent >= 100 THEN 'Standard' ELSE 'Economy' END`;
const iso = `'%Y-%m-%dT%H:%M:%S.000Z'`;
const hour = `strftime(timestamp, '%Y-%m-%d %H:00:00')`;
const loyalty = `SELECT n >= 2, count(*), sum(spent), (${mean('sum(spent)', 'sum(n)::BIGINT')})::DECIMAL(12,2)::VARCHAR FROM ${client} GROUP BY 1 ORDER BY 1 DESC`;

const expected: Record<string, string> = {
  kpi_tiles: `SELECT ${sold}, count(*), ${average}, count(DISTINCT client_id), count(DISTINCT pays), count(DISTINCT produit_id) FROM s`,
  revenue_by_country_segment: `SELECT country_code, pays, segment_code, segment, count(*), ${sold} FROM s GROUP BY ALL ORDER BY 6 DESC, 1, 3 LIMIT 15`,
  top_products: `SELECT produit_nom, ${sold} FROM s GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 10`,
  top_clients: `SELECT nom, pays, segment, spent FROM ${client} ORDER BY spent DESC, client_id LIMIT 10`,
  hourly_sales: `SELECT ${hour}, ${sold}, sum(quantite)::BIGINT FROM s GROUP BY 1 ORDER BY 1`,
  revenue_by_category: `SELECT categorie, ${sold} FROM s GROUP BY 1 ORDER BY 2 DESC`,
  revenue_by_country: `SELECT pays, ${sold} FROM s GROUP BY 1 ORDER BY 2 DESC`,
  customer_segmentation: `SELECT segment, count(DISTINCT client_id), ${sold}, ${average} FROM s GROUP BY 1 ORDER BY 3 DESC`,
  loyalty,
  loyalty_report: loyalty,
  ventes_par_categorie_mois: `SELECT categorie, pays, strftime(timestamp, '%Y-%m'), count(*), ${sold}, ${average}, count(DISTINCT client_id) FROM s GROUP BY 1, 2, 3 ORDER BY 3 DESC, 5 DESC`,
  aggregated_sales: `SELECT produit_nom, pays, ${sold}, sum(quantite)::BIGINT FROM s GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
  overall_statistics: `SELECT ${sold}, count(*), count(DISTINCT produit_id), count(DISTINCT client_id) FROM s`,
  sales_statistics: `SELECT count(*), ${sold}, ${average}, sum(quantite)::BIGINT, count(DISTINCT client_id), count(DISTINCT pays) FROM s`,
  top_5_clients: `SELECT nom, pays, ${level}, spent, n FROM ${client} ORDER BY spent DESC, client_id LIMIT 5`,
  spend_report: `SELECT ${level}, count(*), sum(spent) FROM ${client} GROUP BY 1 ORDER BY 3 DESC`,
  country_ranking: `SELECT pays, ${sold}, count(DISTINCT client_id), count(*) FROM s GROUP BY 1 ORDER BY 2 DESC`,
  bronze_count: 'SELECT count(*) FROM s',
  variety_trend: `SELECT * FROM (SELECT strftime(time_bucket(INTERVAL 5 MINUTE, timestamp), ${iso}), count(DISTINCT client_id), count(DISTINCT pays), count(DISTINCT produit_id) FROM s GROUP BY 1 ORDER BY 1 DESC LIMIT 288) ORDER BY 1`,
  filter_values: `SELECT DISTINCT 'country', country_code, pays FROM s UNION SELECT 'segment', segment_code, segment FROM s UNION SELECT 'category', categorie, categorie FROM s ORDER BY 1, 2`,
};

/** Rows of tables as they are: first columns of the answer, in its order. */
const asTheyAre: Record<string, string> = {
  bronze_first_rows: `SELECT event_id FROM s ORDER BY kafka_timestamp, kafka_partition, kafka_offset LIMIT 10`,
  latest_records: `SELECT event_id FROM s ORDER BY timestamp DESC, kafka_partition, kafka_offset DESC LIMIT 10`,
  client_aggregations: `SELECT client_id, client_nom, pays, segment, jour::VARCHAR, sum(quantite)::BIGINT, ${sold}, count(*) FROM s GROUP BY 1, 2, 3, 4, 5 ORDER BY 5 DESC, 7 DESC, 1 LIMIT 10`,
  country_revenue: `SELECT pays, country_code, count(*), ${sold}, ${average} FROM s GROUP BY 1, 2 ORDER BY 4 DESC`,
  segment_analysis: `SELECT segment, segment_code, count(*), ${sold}, ${average} FROM s GROUP BY 1, 2 ORDER BY 4 DESC`,
  revenue_trend: `, v AS MATERIALIZED (SELECT time_bucket(INTERVAL 5 MINUTE, timestamp) AS w, count(*) AS n, ${sold} AS r FROM s GROUP BY 1)
    SELECT strftime(w, ${iso}), strftime(w + INTERVAL 5 MINUTE, ${iso}), n, r, (SELECT (${mean('sum(r)', 'count(*)')})::DECIMAL(22,2)::VARCHAR
      FROM v AS o WHERE o.w <= v.w AND o.w > v.w - INTERVAL 15 MINUTE) FROM v ORDER BY 1`,
};
const filters = { country: ['FR', 'GB'], segment: 'INDIVIDUAL', category: ['Livres'] };
const times = { since: '2026-10-30T12:00:00Z', until: '2026-11-01T06:00:00Z' };
const filtered = `country_code IN ('FR', 'GB') AND segment_code = 'INDIVIDUAL' AND categorie = 'Livres' AND timestamp >= TIMESTAMPTZ '2026-10-30 12:00:00Z' AND timestamp < TIMESTAMPTZ '2026-11-01 06:00:00Z'`;

describe('every named query of sales, against plain DuckDB over all rows,', () => {
  it('is checked here', async () => {
    expect((await queries.list()).map(({ name }) => name).sort()).toEqual(
      [...Object.keys(expected), ...Object.keys(asTheyAre), 'table_counts'].sort(),
    );
  });

  it.each(Object.entries(expected))('%s: now, filtered, and earlier', async (name, sql) => {
    const { parameters } = (await queries.list()).find((one) => one.name === name)!;
    const now = await queries.run(name);
    expect(now.rows).toEqual(await plainly(sql));
    expect((await queries.run(name, { atVersion: days.length })).rows).toEqual(
      await plainly(sql, 3_000),
    );
    if (parameters.length === 0) return;
    const part = await queries.run(name, { parameters: { ...filters, ...times } });
    expect(part.rows).toEqual(await plainly(sql, undefined, filtered));
    expect(part.parameters).toMatchObject({ country: ['FR', 'GB'], segment: ['INDIVIDUAL'] });
  });

  it.each(Object.entries(asTheyAre))('%s: now and earlier', async (name, sql) => {
    for (const atVersion of [null, days.length]) {
      const plain = await plainly(sql, atVersion === null ? undefined : 3_000);
      const { rows } = await queries.run(name, { atVersion });
      expect(rows.map((row) => row.slice(0, plain[0]!.length))).toEqual(plain);
    }
  });

  it('table_counts: every table, in order, also the ones that are not there yet', async () => {
    const { rows } = await queries.run('table_counts');
    expect(rows.slice(0, 2)).toEqual([
      [bronze, '4001'],
      [silver, '4001'],
    ]);
    expect(rows.at(-1)).toEqual(['quality.batches', 'not available yet']);
    expect(rows).toContainEqual(['silver.top_produits', '9']);
  });
});
