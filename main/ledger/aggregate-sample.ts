import type { StreamPack } from '../contract/stream-pack';
import type { TestLake } from '../delta/test-lake';
import { testPack } from './test-pack';

type Aggregate = StreamPack['aggregates'][number];

/** The day of most rows of Silver. */
export const day = '2026-03-01T';
const aggregates: Aggregate[] = [
  {
    layer: 'gold',
    table: 'plain',
    filter: 'kind = "sale"',
    keys: ['shop'],
    measures: [
      { name: 'total', type: 'decimal(22,2)', function: 'sum', column: 'amount' },
      { name: 'sales', type: 'long', function: 'count' },
      { name: 'least', type: 'decimal(12,2)', function: 'min', column: 'amount' },
    ],
    derived: [{ name: 'rank', type: 'string', sql: `if(total >= 3, "big", 'small')` }],
    processedAtColumn: 'processed_at',
  },
  {
    layer: 'gold',
    table: 'windows',
    window: {
      column: 'at',
      sizeMs: 300_000,
      startColumn: 'opens',
      endColumn: 'closes',
      watermarkDelayMs: 0,
    },
    keys: ['shop'],
    measures: [{ name: 'sales', type: 'long', function: 'count' }],
    derived: [],
  },
  {
    layer: 'gold',
    table: 'means',
    keys: ['kind'],
    measures: [
      { name: 'mean', type: 'decimal(12,2)', function: 'avg', column: 'amount' },
      { name: 'mean_number', type: 'decimal(12,1)', function: 'avg', column: 'number' },
      { name: 'people', type: 'long', function: 'distinct', column: 'number' },
    ],
    derived: [
      { name: 'is_busy', type: 'boolean', sql: 'people > 150' },
      { name: 'share', type: 'decimal(12,2)', sql: 'mean / people' },
    ],
  },
];
/** For tests: a pack with an aggregate of each kind. */
export const samplePack: StreamPack = { ...testPack, aggregates };

/** SELECT of Silver's rows; aggregates of them hold `right`. */
export const silverRows = `
  SELECT 'sale' AS kind, 'north' AS shop, 1.00::DECIMAL(12,2) AS amount, 1::INTEGER AS number,
    '${day}10:04:59.999999Z'::TIMESTAMPTZ AS at, NULL::VARCHAR AS dq_warnings
  UNION ALL SELECT 'sale', 'north', 2.01, 2, '${day}10:05:00Z', 'SR-8'
  UNION ALL SELECT 'sale', 'south', NULL, NULL, '1969-12-31T23:59:59Z', NULL
  UNION ALL SELECT 'sale', NULL, 0.50, 2, '${day}10:05:01Z', 'SR-8;late:gold.windows'
  UNION ALL SELECT 'sale', 'south', 0.50, 2, '${day}10:05:02Z', 'late:gold.windows_2'
  UNION ALL SELECT 'loss', 'south', -0.01 * (n % 2), n, NULL, NULL FROM range(1, 201) t(n)`;

/** What the tables hold when they are right; worked out by hand. */
const right = {
  plain: `(VALUES ('north', 3.01, 2, 1.00, 'big'), ('south', 0.50, 2, 0.50, 'small'),
    (NULL, 0.50, 1, 0.50, 'small')) AS t(shop, total, sales, least, rank)`,
  windows: `(VALUES
    ('${day}10:00:00Z'::TIMESTAMPTZ, '${day}10:05:00Z'::TIMESTAMPTZ, 'north', 1),
    ('${day}10:05:00Z', '${day}10:10:00Z', 'north', 1),
    ('1969-12-31T23:55:00Z', '1970-01-01T00:00:00Z', 'south', 1),
    ('${day}10:05:00Z', '${day}10:10:00Z', 'south', 1)) AS t(opens, closes, shop, sales)`,
  // 4.01 / 4 = 1.0025; 7 / 4 = 1.75; -1.00 / 200 = -0.005; 20,100 / 200 = 100.5
  means: `(VALUES ('sale', 1.00, 1.8, 2, false, 0.50), ('loss', -0.01, 100.5, 204, true, 0.00))
    AS t(kind, mean, mean_number, people, is_busy, share)`,
};
export type SampleTable = keyof typeof right;
const types: Record<SampleTable, Record<string, string>> = {
  plain: {
    shop: 'string',
    total: 'decimal(22,2)',
    sales: 'long',
    least: 'decimal(12,2)',
    rank: 'string',
    processed_at: 'timestamp',
  },
  windows: { opens: 'timestamp', closes: 'timestamp', shop: 'string', sales: 'long' },
  means: {
    kind: 'string',
    mean: 'decimal(12,2)',
    mean_number: 'decimal(12,1)',
    people: 'long',
    is_busy: 'boolean',
    share: 'decimal(12,2)',
    _state: 'binary',
  },
};

export const sampleTables = Object.keys(right) as SampleTable[];

/** Makes Silver with its rows, and the aggregates without any. */
export async function createSample(disk: TestLake): Promise<void> {
  disk.create('silver.clean', {
    kind: 'string',
    shop: 'string',
    amount: 'decimal(12,2)',
    number: 'integer',
    at: 'timestamp',
    dq_warnings: 'string',
  });
  await disk.append('silver.clean', { rows: silverRows });
  for (const table of sampleTables) disk.create(`gold.${table}`, types[table]);
}

/** Publishes a table, `rows` over `good`, the right ones; returns its file's path in the log. */
export async function publishSample(
  disk: TestLake,
  table: SampleTable,
  rows = 'FROM good',
): Promise<string> {
  const { path } = await disk.append(`gold.${table}`, {
    rows: `WITH good AS (SELECT * FROM ${right[table]}) ${rows}`,
    transaction: ['silver:silver.clean', disk.version('silver.clean')],
  });
  return path;
}
