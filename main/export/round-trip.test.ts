import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCsv } from './self-check';
import { readPresets } from './export-preset';
import { TestExporter } from './test-exporter';

let place: TestExporter;
beforeAll(async () => {
  place = await TestExporter.open();
});
afterAll(() => place.close());

/** Letters that a writer or reader of CSV may stumble over. */
const hostile = [
  `','`,
  `'"'`,
  `'""'`,
  `' '`,
  `chr(9)`,
  `chr(13)`,
  `chr(10)`,
  `chr(133)`,
  `chr(8232)`,
  `chr(0)`,
  `chr(31)`,
  `'='`,
  `';'`,
  `'\\'`,
  `'é'`,
  `chr(127937)`,
  `'null'`,
  `''`,
  `'x'`,
];

const columnsOf = (seed: number) => `
  i::INT AS id,
  list_extract([${hostile.join(', ')}], 1 + (hash(i, ${seed}) % ${hostile.length})::INT)
    || list_extract([${hostile.join(', ')}], 1 + (hash(i, ${seed + 1}) % ${hostile.length})::INT)
    || list_extract([${hostile.join(', ')}], 1 + (hash(i, ${seed + 2}) % ${hostile.length})::INT) AS a,
  CASE hash(i, ${seed + 3}) % 3 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'plain ' || i END AS b,
  CASE WHEN hash(i, ${seed + 4}) % 5 > 0 THEN ((hash(i, ${seed + 5}) % 2000000)::BIGINT - 1000000) * 9999 END AS n,
  CASE WHEN hash(i, ${seed + 6}) % 5 > 0 THEN (((hash(i, ${seed + 7}) % 200000000)::BIGINT - 100000000) / 100)::DECIMAL(12,2) END AS m,
  CASE WHEN hash(i, ${seed + 8}) % 5 > 0 THEN (((hash(i, ${seed + 9}) % 200000)::BIGINT - 100000) / 1024)::DOUBLE END AS x,
  CASE WHEN hash(i, ${seed + 10}) % 5 > 0
    THEN TIMESTAMPTZ '1965-01-01 00:00:00Z' + to_microseconds((hash(i, ${seed + 11}) % 3000000000000000)::BIGINT) END AS t_utc,
  CASE WHEN hash(i, ${seed + 12}) % 5 > 0 THEN DATE '1900-01-01' + (hash(i, ${seed + 13}) % 90000)::INT END AS d,
  CASE WHEN hash(i, ${seed + 14}) % 3 > 0 THEN hash(i, ${seed + 15}) % 2 = 0 END AS f`;

/** What the contract says of the values, written anew: nothing here is the writer's. */
const cleaned = (text: string, keep: boolean) => {
  const flat = keep
    ? text
    : [`chr(13) || chr(10)`, 'chr(13)', 'chr(10)', 'chr(133)', 'chr(8232)', 'chr(8233)'].reduce(
        (inner, mark) => `replace(${inner}, ${mark}, ' ')`,
        text,
      );
  return `replace(${flat}, chr(0), '')`;
};

it.each([
  { seed: 1, dialect: 'powerbi', keepLineBreaks: false },
  { seed: 101, dialect: 'powerbi', keepLineBreaks: true },
  { seed: 202, dialect: 'excel-eu', keepLineBreaks: false },
  { seed: 303, dialect: 'excel-eu', keepLineBreaks: true },
] as const)('hostile values come back as they were: %o', async ({ seed, ...form }) => {
  const { connection } = place.lake;
  const table = `silver.random_${seed}`;
  place.lake.create(table, {
    ...{ id: 'integer', a: 'string', b: 'string', n: 'long', m: 'decimal(12,2)', x: 'double' },
    ...{ t_utc: 'timestamp', d: 'date', f: 'boolean' },
  });
  const rows = `SELECT ${columnsOf(seed)} FROM range(5000) t(i)`;
  await place.lake.append(table, { rows });
  const preset = `random_${seed}`;
  const columns = 'id:i, a, b, n:i, m:m, x:md, t_utc:t, d:d, f:b';
  place.preset(preset, { columns, sort: 'b, id', id: 'id' }, `SELECT * FROM ${table}`);
  const subject = { kind: 'preset' as const, preset };
  const { files, folder } = await place.run({ subject, formats: 'both', ...form });

  const frozen = (await readPresets(join(place.packFolder, 'exports'), {})).get(preset)!.files[0]!
    .columns;
  const csv = readCsv(join(folder, files[0]!.path), frozen, form, 1_000);
  const parquet = `read_parquet('${join(folder, files[1]!.path)}')`;
  const all = (from: string) => `SELECT * REPLACE (t_utc::TIMESTAMP AS t_utc) FROM ${from}`;
  const source = `SELECT id, ${cleaned('a', form.keepLineBreaks)} AS a, b, n, m,
    x::VARCHAR::DECIMAL(12,2) AS x, time_bucket(INTERVAL 1 MILLISECOND, t_utc::TIMESTAMP) AS t_utc, d, f
    FROM (${rows})`;
  const count = async (sql: string) => {
    const reader = await connection.runAndReadAll(`SELECT count(*) FROM (${sql})`);
    return Number(reader.getRowsJson()[0]![0]);
  };
  expect(await count(all(csv))).toBe(5_000);
  expect(await count(`${all(csv)} EXCEPT ALL (${source})`)).toBe(0);
  expect(await count(`${all(parquet)} EXCEPT ALL (${all(csv)})`)).toBe(0);
  // Row by row: both files have the same order.
  const numbered = (from: string) => `SELECT row_number() OVER () AS r, * FROM (${all(from)})`;
  expect(await count(`${numbered(parquet)} EXCEPT ALL (${numbered(csv)})`)).toBe(0);
  expect(await count(`SELECT * FROM (${all(csv)}) WHERE b = ''`)).toBeGreaterThan(1_000);
});
