import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { DuckDbSession } from './duckdb-session';
import { SqlBox } from './sql-box';

let disk: TestLake;
let lake: Lake;
let box: SqlBox;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  box = new SqlBox(lake);
  disk.create('silver.sales', { id: 'long' });
  await disk.append('silver.sales', { rows: 'SELECT i::BIGINT AS id FROM range(3) t(i)' });
  mkdirSync(`${disk.folder}-beside`, { recursive: true });
  writeFileSync(`${disk.folder}-beside/outside.txt`, 'secret');
  writeFileSync(join(disk.root, 'outside.txt'), 'secret');
});
afterEach(async () => {
  await box.close();
  await lake.close();
  rmSync(`${disk.folder}-beside`, { recursive: true });
  disk.close();
});

const run = (sql: string) => box.run({ sql, rowLimit: 100, timeoutMs: 10_000 });
const failureOf = (sql: string) =>
  run(sql).then(
    () => null,
    (error) => error.failure as { code: string; facts: Record<string, string> },
  );

const outside = [
  `SELECT * FROM read_text('/etc/passwd')`,
  `SELECT * FROM '/etc/passwd'`,
  `SELECT * FROM "/etc".passwd`,
  `SELECT * FROM read_csv('/etc/passwd')`,
  `SELECT * FROM glob('/etc/*')`,
  `SELECT * FROM read_text('https://127.0.0.1:9/')`,
  `SELECT * FROM read_text('LAKE/../outside.txt')`,
  `SELECT * FROM read_text('LAKE/silver/../../outside.txt')`,
  `SELECT * FROM read_text('LAKE-beside/outside.txt')`,
  `SELECT (SELECT content FROM read_text('/etc/passwd'))`,
];
const inLake = [
  `SELECT * FROM read_parquet('FILE')`,
  `SELECT * FROM 'FILE'`,
  `SELECT count(*) FROM silver.sales, 'FILE' AS f`,
  `WITH f AS (FROM 'FILE') SELECT * FROM f`,
  `SELECT (SELECT count(*) FROM parquet_metadata('FILE'))`,
  `SELECT * FROM glob('LAKE/**')`,
  `SELECT * FROM read_blob('LAKE/silver/sales/_delta_log/00000000000000000000.json')`,
  `SELECT * FROM read_json('LAKE/silver/sales/_delta_log/*.json')`,
];

describe('files', () => {
  it.each([...outside, ...inLake])('are not read by their names: %s', async (sql) => {
    const [file] = (await lake.snapshot('silver.sales')).files;
    const text = sql.replaceAll('LAKE', disk.folder).replaceAll('FILE', file!.path);
    const failure = await failureOf(text);
    expect(failure?.code).toBe('SQL_NOT_READ_ONLY');
    expect(JSON.stringify(failure)).not.toMatch(/secret|root:/);
    expect((await run('SELECT count(*) FROM silver.sales')).rows).toEqual([['3']]);
  });

  it.each(outside)('outside are closed to DuckDB itself: %s', async (sql) => {
    const session = await DuckDbSession.open({ onlyFolder: join(disk.folder, '/') });
    try {
      const text = sql.replaceAll('LAKE', disk.folder);
      await expect(session.use((connection) => connection.runAndReadAll(text))).rejects.toThrow();
    } finally {
      session.close();
    }
  });

  it('are told from names that WITH gives', async () => {
    const { rows } = await run(`WITH "a.parquet" AS (SELECT 1 AS x) SELECT x FROM "a.parquet"`);
    expect(rows).toEqual([[1]]);
  });

  it('nor is the environment', async () => {
    expect((await failureOf(`SELECT getenv('HOME')`))?.code).toBe('SQL_INVALID');
  });
});
