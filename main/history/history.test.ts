import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DuckDbSession } from '../analytics/duckdb-session';
import { SqlConnection } from '../analytics/sql-connection';
import { History } from './history';
import { historyReader } from './history-reader';
import { opsTables } from './ops-tables';

let folder: string;
let file: string;
let notices: string[];
const open = () => History.open(file, { onNotice: ({ message }) => notices.push(message) });
const line = (loggedAtMs: number, message: string) =>
  ({
    logged_at: loggedAtMs,
    kind: 'notice',
    component: 'test',
    severity: 'info',
    message,
    details: null,
  }) as const;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-history-'));
  file = join(folder, 'control.duckdb');
  notices = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps rows of every kind, and reads them after it was closed', async () => {
  const history = await open();
  const now = Date.now();
  history.add('event_log', line(now, `it's "quoted" é`));
  await history.close();
  const rows = JSON.parse(await historyReader(file).readJson('event_log')) as unknown[];
  expect(rows).toEqual([line(now, `it's "quoted" é`)]);
  expect(notices).toEqual([]);
});

it('replaces a row by its key, within one write and over two', async () => {
  const history = await open();
  const run = { run_id: 'a', pack: 'p', started_at: 5, running_at: null, failure: null };
  history.add('runs', { ...run, status: 'starting', ended_at: null });
  history.add('runs', { ...run, status: 'running', ended_at: null });
  expect(await history.read('runs')).toMatchObject([{ status: 'running', ended_at: null }]);
  history.add('runs', { ...run, status: 'stopped', ended_at: 9 });
  expect(await history.read('runs')).toEqual([{ ...run, status: 'stopped', ended_at: 9 }]);
  await history.close();
});

it('closes what a killed run left open', async () => {
  const first = await open();
  const run = { run_id: 'a', pack: 'p', started_at: 5, running_at: 6, failure: null };
  first.add('runs', { ...run, status: 'running', ended_at: null });
  await first.close();
  const second = await open();
  expect(await second.read('runs')).toMatchObject([{ status: 'interrupted' }]);
  await second.close();
});

it('forgets what is older than a day', async () => {
  const history = await open();
  const sample = { pack: 'p', topic: 't', log_start_offset: 0, log_end_offset: 9 };
  const unknown = { lag_seconds: null, trend_per_second: null, seconds_to_zero: null };
  const rest = { ...sample, ...unknown, current_offset: null, lag: null, topic_lag_seconds: 0.5 };
  const now = Date.now();
  history.add('lag_history', { ...rest, sampled_at: now - 25 * 3_600_000, partition: 0 });
  history.add('lag_history', { ...rest, sampled_at: now, partition: 1 });
  expect(await history.read('lag_history')).toEqual([{ ...rest, sampled_at: now, partition: 1 }]);
  await history.close();
});

it('a file that is no database is moved aside with a notice', async () => {
  writeFileSync(file, 'not a database '.repeat(1_000));
  const history = await open();
  history.add('event_log', line(1, 'begun anew'));
  expect(await history.read('event_log')).toHaveLength(1);
  await history.close();
  expect(notices).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});

it('is SQL in a session that may open no file', async () => {
  const history = await open();
  const now = Date.now();
  history.add('event_log', line(now, 'seen'));
  const session = await DuckDbSession.open({ onlyFolder: '/nowhere/' });
  await session.use(async (connection) => {
    const sql = new SqlConnection(connection);
    await sql.run('CREATE SCHEMA ops');
    for (const make of opsTables(history).values()) await make(sql, () => Promise.reject());
    const row = await sql.readFirstRow('SELECT epoch_ms(logged_at), message FROM ops.event_log');
    expect(row).toEqual([String(now), 'seen']);
  });
  session.close();
  await history.close();
});

it('after a hard kill of the writer, what it had written is there', async () => {
  // The same writes as History makes, in a process of its own.
  const script = `
    const { DuckDBInstance } = require('@duckdb/node-api');
    (async () => {
      const instance = await DuckDBInstance.create(process.argv[1], { threads: '1' });
      const connection = await instance.connect();
      for (let at = 1; ; at += 1) {
        await connection.run('BEGIN TRANSACTION');
        await connection.run("INSERT INTO ops.event_log (message) VALUES ('" + at + "')");
        await connection.run('COMMIT');
        if (at % 10 === 0) console.log(at);
      }
    })();`;
  await (await open()).close();
  const writer = spawn(process.execPath, ['-e', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(writer, 'exit');
  let written = 0;
  while (written < 50) {
    const [chunk] = (await once(writer.stdout, 'data')) as [Buffer];
    written = Number(String(chunk).trim().split('\n').at(-1));
  }
  writer.kill('SIGKILL');
  await ended;
  expect(existsSync(`${file}.wal`)).toBe(true);
  const before = JSON.parse(await historyReader(file).readJson('event_log')) as unknown[];
  expect(before.length).toBeGreaterThanOrEqual(written);
  const history = await open();
  expect(await history.read('event_log')).toHaveLength(before.length);
  await history.close();
  expect(notices).toEqual([]);
});
