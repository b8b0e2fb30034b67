import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { SqlBox } from './sql-box';
import { tablesTable } from './tables-table';

let disk: TestLake;
let lake: Lake;
let box: SqlBox;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  box = new SqlBox(lake);
  disk.create('silver.sales', { id: 'long', jour: 'string' }, ['jour']);
  await disk.append('silver.sales', {
    rows: 'SELECT i::BIGINT AS id FROM range(3) t(i)',
    partitionValues: { jour: '2026-11-21' },
  });
});
afterEach(async () => {
  await box.close();
  await lake.close();
  disk.close();
});

const run = (sql: string) => box.run({ sql, rowLimit: 100, timeoutMs: 10_000 });
const failureOf = (sql: string) =>
  run(sql).then(
    () => null,
    (error) => error.failure as { code: string; facts: Record<string, string> },
  );

describe('SqlBox', () => {
  it.each([
    ['SELECT sum(id) FROM silver.sales', [['3']]],
    [`SELECT count(*) FROM silver.sales WHERE jour = '2026-11-21';`, [['3']]],
    ['-- a remark\n/* and another */ FROM silver.sales SELECT max(id)', [['2']]],
    ['VALUES (1)', [[1]]],
    ['SELECT x FROM (SELECT unnest([1, 2]) AS x) WHERE x > 1', [[2]]],
    [
      `PIVOT silver.sales ON id IN (0, 1) USING count(*) GROUP BY jour -- wide`,
      [['2026-11-21', '1', '1']],
    ],
    [
      `/* long */ UNPIVOT (SELECT 1 AS a, 2 AS b) ON a, b INTO NAME n VALUE v;`,
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
  ])('runs %s', async (sql, rows) => {
    expect((await run(sql)).rows).toEqual(rows);
  });

  it('tells which tables and columns there are', async () => {
    disk.create('gold.windows', { id: 'long' });
    disk.commit('gold.broken', [{ protocol: { minReaderVersion: 9, minWriterVersion: 9 } }]);
    expect((await run('DESCRIBE silver.sales')).rows.map(([name]) => name)).toEqual(['id', 'jour']);
    const listed = await run(
      'SELECT table_schema, table_name FROM information_schema.tables ORDER BY ALL',
    );
    expect(listed.rows).toEqual([
      ['gold', 'windows'],
      ['silver', 'sales'],
    ]);
    expect(listed.tableVersions).toEqual({});
    expect((await run('SHOW ALL TABLES')).rows).toHaveLength(2);
  });

  it('explains a SELECT', async () => {
    for (const explain of ['EXPLAIN', 'explain analyze', 'EXPLAIN (ANALYZE, FORMAT json)']) {
      const { rows, tableVersions } = await run(`/* why */ ${explain} SELECT * FROM silver.sales`);
      expect(rows[0]![1]).toMatch(/PARQUET/i);
      expect(tableVersions).toEqual({ 'silver.sales': 1 });
    }
  });

  const target = () => join(disk.folder, 'written');
  it.each([
    ['COPY', () => `COPY (SELECT 1) TO '${target()}'`],
    ['COPY inside EXPLAIN ANALYZE', () => `EXPLAIN ANALYZE COPY (SELECT 1) TO '${target()}'`],
    ['COPY FROM', () => `COPY silver.sales FROM '${target()}'`],
    ['EXPORT', () => `EXPORT DATABASE '${target()}'`],
    ['IMPORT', () => `IMPORT DATABASE '${target()}'`],
    ['ATTACH', () => `ATTACH '${target()}' AS other`],
    ['INSTALL', () => 'INSTALL httpfs'],
    ['LOAD', () => 'LOAD httpfs'],
    ['SET', () => `SET memory_limit = '64GB'`],
    ['RESET', () => 'RESET enable_external_access'],
    ['PRAGMA', () => 'PRAGMA enable_profiling'],
    ['PRAGMA that answers', () => 'PRAGMA show_tables'],
    ['CALL', () => 'CALL pragma_version()'],
    ['CREATE', () => 'CREATE TABLE mine (id INTEGER)'],
    ['CREATE TEMP', () => 'CREATE TEMP TABLE mine AS SELECT 1'],
    ['INSERT', () => 'INSERT INTO silver.sales VALUES (9)'],
    ['DELETE', () => 'DELETE FROM silver.sales'],
    ['DROP', () => 'DROP VIEW silver.sales'],
    ['USE', () => 'USE memory'],
    ['BEGIN', () => 'BEGIN'],
    [
      'PIVOT over a function that writes',
      () => `PIVOT (FROM enable_logging()) ON x IN (1) USING count(*)`,
    ],
    ['PREPARE', () => 'PREPARE p AS SELECT 1'],
    ['two statements', () => 'SELECT 1; SELECT 2'],
    ['a second, hidden statement', () => `SELECT 1; COPY (SELECT 1) TO '${target()}'`],
    ['two explained statements', () => 'EXPLAIN SELECT 1; DROP VIEW silver.sales'],
    ['nothing', () => ' -- nothing'],
    [
      'logging to a file',
      () => `FROM enable_logging(storage='file', storage_config={'path': '${target()}'})`,
    ],
    ['profiling to a file', () => `FROM enable_profiling(save_location='${target()}.txt')`],
    ['SQL inside SQL', () => `FROM query('SELECT 1')`],
    [
      'serialized SQL',
      () => `FROM json_execute_serialized_sql(json_serialize_sql('FROM enable_logging()'))`,
    ],
  ])('refuses %s', async (_, sql) => {
    const before = readdirSync(disk.folder);
    const failure = await failureOf(sql());
    expect(failure?.code).toBe('SQL_NOT_READ_ONLY');
    expect(failure?.facts['reason']).toMatch(/^[A-Z][^\n]*\.$/);
    expect(readdirSync(disk.folder)).toEqual(before);
    expect((await run('SELECT count(*) FROM silver.sales')).rows).toEqual([['3']]);
  });

  it.each([
    'PIVOT silver.sales ON id IN (1) USING count(*); DROP VIEW silver.sales',
    `PIVOT silver.sales ON id IN (1) USING count(*)); COPY (SELECT 1) TO 'TARGET'; FROM (SELECT 1`,
    'PIVOT silver.sales ON id IN (1) USING count(*)); SELECT 1; FROM (SELECT 2',
    'PIVOT silver.sales ON id USING count(*)',
  ])('takes no more of a PIVOT than one SELECT: %s', async (sql) => {
    const failure = await failureOf(sql.replace('TARGET', target()));
    expect(failure?.code).toMatch(/^SQL_(INVALID|NOT_READ_ONLY)$/);
    expect(failure?.facts['reason']).toMatch(/^[^\n]+$/);
    expect(existsSync(target())).toBe(false);
    expect((await run('SELECT count(*) FROM silver.sales')).rows).toEqual([['3']]);
  });

  it('reads the tables of the app beside those of the lake', async () => {
    const tables = new Map([['ops.tables', tablesTable(lake, null)]]);
    const wide = new SqlBox(lake, new Map(), tables);
    const read = (sql: string) => wide.run({ sql, rowLimit: 10, timeoutMs: 10_000 });
    const asked = await read('SELECT "table", records, table_version FROM ops.tables');
    expect(asked.rows).toEqual([['silver.sales', '3', '1']]);
    await disk.append('silver.sales', { rows: 'SELECT 9::BIGINT AS id', withStats: false });
    expect((await read('SELECT records FROM OPS.Tables')).rows).toEqual([['4']]);
    expect((await read('SHOW ALL TABLES')).rows).toHaveLength(2);
    await expect(read('SELECT * FROM ops.table')).rejects.toMatchObject({
      failure: { code: 'TABLE_UNKNOWN', facts: { table: 'ops.table', known: 'ops.tables' } },
    });
    await wide.close();
  });

  it('reads tables at the versions that a figure was read at', async () => {
    await disk.append('silver.sales', { rows: 'SELECT 9::BIGINT AS id' });
    const sql = 'SELECT count(*) FROM silver.sales';
    const read = (tableVersions: Record<string, number>) =>
      box.run({ sql, rowLimit: 9, timeoutMs: 9_000, tableVersions });
    expect(await read({ 'silver.sales': 1 })).toMatchObject({
      rows: [['3']],
      tableVersions: { 'silver.sales': 1 },
    });
    for (const versions of [{}, { 'gold.other': 1 }])
      expect((await read(versions)).rows).toEqual([['4']]);
    await expect(read({ 'silver.sales': 7 })).rejects.toMatchObject({
      failure: { code: 'TABLE_VERSION_UNKNOWN' },
    });
  });

  it.each([
    ['SELECT\n1 +', 2],
    ['SELECT *\nFORM silver.sales', 2],
    ['SELECT id\nFROM silver.sales\nWHERE none = 1', 3],
    ['EXPLAIN\nSELECT *\nFROM (', 3],
  ])('names the line of an error in %j', async (sql, line) => {
    expect(await failureOf(sql)).toMatchObject({ code: 'SQL_INVALID', facts: { line } });
  });

  it('binds values to parameters', async () => {
    const sql = 'SELECT id FROM silver.sales WHERE list_contains($days, jour) AND id > $least';
    const parameters = { days: ['2026-11-21'], least: 1 };
    expect((await box.run({ sql, parameters, rowLimit: 9, timeoutMs: 9_000 })).rows).toEqual([
      ['2'],
    ]);
  });

  it('opens again after close', async () => {
    await run('SELECT 1');
    await box.close();
    expect((await run('SELECT count(*) FROM silver.sales')).rows).toEqual([['3']]);
  });
});
