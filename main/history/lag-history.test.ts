import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DuckDbSession } from '../analytics/duckdb-session';
import { SqlConnection } from '../analytics/sql-connection';
import { History } from './history';
import { lagHistorySql, toLagHistory } from './lag-history';
import { opsTables } from './ops-tables';

let folder: string;
let history: History;
const untilMs = Math.floor(Date.now() / 1000) * 1000;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-lag-history-'));
  history = await History.open(join(folder, 'control.duckdb'), { onNotice: () => undefined });
});
afterEach(async () => {
  await history.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A sample of partitions 0, 1 … so many milliseconds ago; null: not known. */
function sample(agoMs: number, lags: (number | null)[]) {
  const known = lags.filter((lag) => lag !== null);
  lags.forEach((lag, partition) =>
    history.add('lag_history', {
      sampled_at: untilMs - agoMs,
      pack: 'p',
      topic: 't',
      partition,
      log_start_offset: 0,
      log_end_offset: 100,
      current_offset: null,
      lag,
      topic_lag_seconds: known.length === 0 ? null : Math.max(...known) / 10,
      lag_seconds: lag === null ? null : lag / 10,
      trend_per_second: null,
      seconds_to_zero: null,
    }),
  );
}

async function read(lastMs: number) {
  const session = await DuckDbSession.open({ onlyFolder: '/nowhere/' });
  try {
    return await session.use(async (connection) => {
      const sql = new SqlConnection(connection);
      await sql.run('CREATE SCHEMA ops');
      await opsTables(history).get('ops.lag_history')!(sql, () => Promise.reject());
      const rows = await sql.readRows(lagHistorySql('t', untilMs - lastMs, untilMs));
      return toLagHistory('t', untilMs - lastMs, untilMs, rows as (string | null)[][]);
    });
  } finally {
    session.close();
  }
}

it('has a line for the topic and each partition, in records and in seconds', async () => {
  sample(15_000, [10, 2]);
  sample(10_000, [4, 0]);
  const { lines, samples } = await read(60_000);
  expect(samples).toBe(2);
  expect(lines.map(({ partition }) => partition)).toEqual([null, 0, 1]);
  expect(lines[0]!.records).toEqual([
    [untilMs - 15_000, 12],
    [untilMs - 10_000, 4],
  ]);
  expect(lines[1]!.seconds.map(([, seconds]) => seconds)).toEqual([1, 0.4]);
  expect(lines[0]!.seconds.map(([, seconds]) => seconds)).toEqual([1, 0.4]);
});

it('breaks where nothing was measured, and where the lag was not known', async () => {
  sample(60_000, [5]);
  sample(55_000, [null]);
  sample(50_000, [7]);
  sample(10_000, [1]);
  const [topic] = (await read(120_000)).lines;
  expect(topic!.records).toEqual([
    [untilMs - 60_000, 5],
    [untilMs - 55_000, null],
    [untilMs - 50_000, 7],
    [untilMs - 10_001, null],
    [untilMs - 10_000, 1],
  ]);
});

it('keeps the highest and the lowest of a day in at most 2,000 points', async () => {
  const count = 17_000;
  for (let index = 0; index < count; index += 1) {
    const lag = index === 5_003 ? 99_999 : index === 9_007 ? 0 : 50 + (index % 7);
    sample((count - index) * 5_000, [lag, 1, 1]);
    // No more rows wait for being written than are kept while they do.
    if (index % 5_000 === 0) await history.flush();
  }
  const { lines, samples } = await read(86_400_000);
  expect(samples).toBe(count);
  const values = lines[1]!.records.map(([, value]) => value!);
  expect(Math.max(...values)).toBe(99_999);
  expect(Math.min(...values)).toBe(0);
  const points = lines.reduce((sum, { records }) => sum + records.length, 0);
  expect(points).toBeLessThanOrEqual(2_000);
  expect(points).toBeGreaterThan(900);
}, 60_000);
