import { afterEach, beforeEach, expect, it } from 'vitest';
import { DuckDbSession } from '../analytics/duckdb-session';
import { SqlConnection } from '../analytics/sql-connection';
import type { QueryResult } from '../contract/query';
import { rejectedRequest } from '../contract/rejected';
import { readRejected } from './rejected-report';

const nowMs = 1_700_000_000_000;
const minuteMs = 60_000;
let session: DuckDbSession;

const run = (sql: string) =>
  session.use(async (connection) => {
    const rows = await new SqlConnection(connection).readRows(sql);
    return { rows, tableVersions: { 'quality.rejected_records': 7 } } as unknown as QueryResult;
  });
const read = (request: object = {}) =>
  readRejected(run, new Map(), true, rejectedRequest.parse(request), nowMs);

beforeEach(async () => {
  session = await DuckDbSession.open({ onlyFolder: '/nowhere/' });
  const rejected = [
    ['sales', 'rule', 'SR-6', 'Unknown country.', 5 * minuteMs],
    ['sales', 'rule', 'SR-6', 'Unknown segment.', 1 * minuteMs],
    ['sales', 'parse', null, 'Not JSON.', 30 * minuteMs],
    ['orders', 'schema', 'price', 'Missing.', 100 * minuteMs],
  ].map(
    ([pack, stage, rule, error, agoMs]) =>
      `('${pack}', '${stage}', ${rule === null ? 'NULL' : `'${rule}'`}, '${error}', ` +
      `make_timestamptz((${nowMs} - ${agoMs}) * 1000))`,
  );
  await session.use(async (connection) => {
    const sql = new SqlConnection(connection);
    await sql.run('CREATE SCHEMA quality');
    await sql.run(
      'CREATE TABLE quality.rejected_records AS SELECT * FROM (VALUES ' +
        `${rejected.join(', ')}) AS t(pack, stage, rule, error, rejected_at)`,
    );
  });
});
afterEach(() => session.close());

it('counts each rule, the busiest first, with what the newest record was told', async () => {
  const { counts, tableVersion } = await read({ lastMs: 10 * minuteMs });
  expect(tableVersion).toBe(7);
  expect(counts.map(({ pack, stage, rule, rows }) => [pack, stage, rule, rows])).toEqual([
    ['sales', 'rule', 'SR-6', 2],
    ['orders', 'schema', 'price', 1],
    ['sales', 'parse', 'parse', 1],
  ]);
  expect(counts[0]).toMatchObject({ error: 'Unknown segment.', newestAtMs: nowMs - minuteMs });
  expect(counts.map(({ recentRows }) => recentRows)).toEqual([2, 0, 0]);
});

it('tells what was refused in each part of the time, of one pack when it is asked for', async () => {
  const { history, partMs } = await read({ pack: 'sales', lastMs: 96 * minuteMs });
  expect(partMs).toBe(minuteMs + 1);
  expect(history.map(({ rule, rows }) => [rule, rows])).toEqual([
    ['parse', 1],
    ['SR-6', 1],
    ['SR-6', 1],
  ]);
  const [parse] = history;
  expect(nowMs - parse!.atMs).toBeGreaterThanOrEqual(30 * minuteMs);
  expect(nowMs - parse!.atMs).toBeLessThan(32 * minuteMs);
});

it('begins at the first rejected record when all time is asked for', async () => {
  const { fromMs, history } = await read({ lastMs: null });
  expect(fromMs).toBe(nowMs - 100 * minuteMs);
  expect(history.reduce((sum, { rows }) => sum + rows, 0)).toBe(4);
});

it('is empty, not failed, before the first record was rejected', async () => {
  const report = await readRejected(run, new Map(), false);
  expect(report).toMatchObject({ tableVersion: null, counts: [], history: [] });
});
