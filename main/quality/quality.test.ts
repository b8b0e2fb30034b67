import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultThresholds } from '../contract/quality';
import { streamPack, type StreamPack } from '../contract/stream-pack';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { toTableRows } from './metric-rows';
import { Quality } from './quality';

const column = (name: string, type: string) => ({ name, type, sql: name });
const pack: StreamPack = streamPack.parse({
  pack: 'visits',
  title: 'Visits',
  topic: { name: 'visits', partitions: 1, replicationFactor: 1, retentionMs: 3_600_000 },
  generator: { name: 'visits', ratePerSecond: 1 },
  streaming: {
    triggerIntervalMs: 0,
    startingOffsets: 'earliest',
    maxOffsetsPerTrigger: 1,
    watermarkDelayMs: 0,
  },
  schemaVersion: 1,
  schemaVersionField: 'version',
  eventIdField: 'visit_id',
  eventTimeField: 'seen_at',
  fields: [
    { name: 'visit_id', type: 'string', required: true },
    { name: 'seen_at', type: 'timestamp', required: true },
    { name: 'place', type: 'string', required: true },
  ],
  catalogs: {},
  bronze: {
    table: 'raw',
    partitionColumns: [],
    columns: [
      column('visit_id', 'string'),
      column('seen_at', 'timestamp'),
      { name: 'place_name', type: 'string', sql: 'place' },
    ],
  },
  silver: {
    table: 'clean',
    partitionColumns: [],
    prepare: [],
    rules: [
      { id: 'V-1', kind: 'blocking', sql: 'true', error: 'x' },
      { id: 'V-2', kind: 'warning', sql: 'true', error: 'x' },
    ],
    columns: [column('visit_id', 'string'), column('seen_at', 'timestamp')],
  },
  aggregates: [
    {
      layer: 'gold',
      table: 'sums',
      keys: [],
      measures: [{ name: 'visits', type: 'long', function: 'count' }],
    },
  ],
  headline: {
    revenueTable: 'gold.sums',
    revenueColumn: 'visits',
    countryQuery: 'a',
    chartQuery: 'b',
  },
});

let disk: TestLake;
let lake: Lake;
let quality: Quality;
const silverRow = (id: string, seenAt: string, warnings: string | null = null) =>
  `SELECT '${id}' AS visit_id, (${seenAt})::TIMESTAMPTZ AS seen_at,
   ${warnings === null ? 'NULL' : `'${warnings}'`}::VARCHAR AS dq_warnings`;
const bronzeRow = (id: string, place: string) =>
  `SELECT ${id}::VARCHAR AS visit_id, now() AS seen_at, ${place}::VARCHAR AS place_name`;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  quality = new Quality(lake, pack, join(disk.root, 'spill'));
});
afterEach(async () => {
  await quality.close();
  await lake.close();
  disk.close();
});

async function createTables(): Promise<void> {
  disk.create('bronze.raw', { visit_id: 'string', seen_at: 'timestamp', place_name: 'string' });
  disk.create('silver.clean', { visit_id: 'string', seen_at: 'timestamp', dq_warnings: 'string' });
  disk.create('gold.sums', { visits: 'long' });
  await disk.append('bronze.raw', {
    rows: `${bronzeRow("'a'", "'x'")} UNION ALL ${bronzeRow("'b'", 'NULL')}
           UNION ALL ${bronzeRow("'c'", "'x'")} UNION ALL ${bronzeRow('NULL', "'x'")}`,
  });
  await disk.append('silver.clean', {
    rows: `${silverRow('a', 'now()')} UNION ALL ${silverRow('a', 'now()', 'V-2;late:gold.sums')}
           UNION ALL ${silverRow('c', 'now() + INTERVAL 1 HOUR')}
           UNION ALL ${silverRow('d', 'NULL', 'V-2')}`,
  });
  await disk.append('gold.sums', { rows: 'SELECT unnest([1, 2, NULL, 4])::BIGINT AS visits' });
}

const scores = (checks: ReturnType<Quality['read']>, scope: 'table' | 'batch') =>
  Object.fromEntries(checks.map((check) => [check.check, check[scope]?.score]));

it('scores what each check asks, over every row', async () => {
  await createTables();
  const checks = await quality.checkTables();
  expect(scores(checks, 'table')).toEqual({
    bronze_schema_validation: 0.5,
    // One of eight values is missing: the id, which is the key too, and the time.
    bronze_null_check: 0.875,
    silver_dedup_check: 0.75,
    silver_timestamp_validity: 0.5,
    gold_aggregation_completeness: 0.75,
  });
  expect(checks.map(({ passed }) => passed)).toEqual([false, false, false, false, false]);
  expect(checks[0]!.table).toMatchObject({
    records: 4,
    details: '2 of 4 rows have all required fields.',
  });
});

it('looks at the critical fields that a pack names, with the threshold of the settings', async () => {
  await createTables();
  const named = { ...pack, criticalFields: ['visit_id', 'place', 'seen_at'] };
  const chosen = { ...defaultThresholds, bronze_null_check: 0.8 };
  const other = new Quality(lake, named, join(disk.root, 'spill'), () => chosen);
  const [, nulls] = await other.checkTables();
  // Two of twelve values are missing: an id and a place.
  expect(nulls).toMatchObject({ threshold: 0.8, passed: true });
  expect(nulls!.table!.score).toBeCloseTo(10 / 12, 9);
  expect(nulls!.table!.details).toMatch(/visit_id, seen_at, place_name/);
  await other.close();
});

it('looks again for one check alone, and knows the score of each table', async () => {
  await createTables();
  const before = await quality.checkTables(1_000);
  await disk.append('silver.clean', { rows: silverRow('e', 'now()') });
  const checks = await quality.checkOne('silver_dedup_check', 2_000);
  const dedup = checks.find(({ check }) => check === 'silver_dedup_check')!;
  expect(dedup.table).toMatchObject({ score: 0.8, records: 5, atMs: 2_000 });
  expect(dedup.table!.tables).toEqual([{ table: 'silver.clean', score: 0.8 }]);
  const others = checks.filter(({ check }) => check !== 'silver_dedup_check');
  expect(others).toEqual(before.filter(({ check }) => check !== 'silver_dedup_check'));
  expect(toTableRows('visits', checks).map((row) => [row.check_name, row.score])).toEqual([
    ['table:bronze.raw', 0.5],
    ['table:silver.clean', 0.5],
    ['table:gold.sums', 0.75],
  ]);
});

it('tables that are empty or not there score 1', async () => {
  disk.create('silver.clean', { visit_id: 'string', seen_at: 'timestamp', dq_warnings: 'string' });
  const checks = await quality.checkTables();
  expect(new Set(Object.values(scores(checks, 'table')))).toEqual(new Set([1]));
  expect(checks.every(({ passed }) => passed)).toBe(true);
});

it('looks at new rows alone, and at none that a compaction moved', async () => {
  await createTables();
  await quality.checkTables();
  await disk.append('silver.clean', { rows: silverRow('a', 'now()') });
  await disk.append('silver.clean', { rows: silverRow('a', 'NULL'), dataChange: false });
  const checks = await quality.checkNewRows();
  const silver = checks.find(({ check }) => check === 'silver_timestamp_validity')!;
  expect(silver.batch).toMatchObject({ score: 1, records: 1 });
  expect(checks.find(({ check }) => check === 'bronze_null_check')!.batch).toMatchObject({
    score: 1,
    records: 0,
  });
  // The rows before still fail.
  expect(silver.passed).toBe(false);
});

it('counts rows by rule, also rules that none broke and marks of late rows', async () => {
  await createTables();
  disk.create('quality.rejected_records', { pack: 'string', stage: 'string', rule: 'string' });
  await disk.append('quality.rejected_records', {
    rows: `SELECT 'visits' AS pack, 'parse' AS stage, NULL::VARCHAR AS rule
           UNION ALL SELECT 'other', 'rule', 'V-1'`,
  });
  expect(await quality.countRules()).toEqual([
    { rule: 'V-1', kind: 'blocking', rows: 0 },
    { rule: 'V-2', kind: 'warning', rows: 2 },
    { rule: 'parse', kind: 'stage', rows: 1 },
    { rule: 'late:gold.sums', kind: 'warning', rows: 1 },
  ]);
});
