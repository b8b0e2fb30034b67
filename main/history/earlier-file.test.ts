import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { History } from './history';
import { historyReader } from './history-reader';

let folder: string;
let file: string;

/** A file of an earlier version: its lag has fewer columns, and it knows no other table. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-earlier-'));
  file = join(folder, 'control.duckdb');
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run('CREATE SCHEMA ops');
  await connection.run(
    'CREATE TABLE ops.lag_history (sampled_at TIMESTAMPTZ, pack VARCHAR, topic VARCHAR, ' +
      'partition BIGINT, log_start_offset BIGINT, log_end_offset BIGINT, current_offset BIGINT, ' +
      'lag BIGINT, topic_lag_seconds DOUBLE)',
  );
  await connection.run(`INSERT INTO ops.lag_history VALUES (now(), 'p', 't', 0, 0, 9, 7, 2, 0.5)`);
  connection.closeSync();
  instance.closeSync();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is read without the columns and tables that came later', async () => {
  const reader = historyReader(file);
  const rows = JSON.parse(await reader.readJson('lag_history')) as unknown[];
  expect(rows).toMatchObject([{ lag: 2, topic_lag_seconds: 0.5, lag_seconds: null }]);
  expect(await reader.readJson('alerts')).toBe('[]');
});

it('keeps its rows when it is written on, and gains the columns', async () => {
  const notices: string[] = [];
  const history = await History.open(file, { onNotice: ({ message }) => notices.push(message) });
  const [row] = await history.read('lag_history');
  expect(row).toMatchObject({ lag: 2, lag_seconds: null });
  history.add('lag_history', { ...row!, sampled_at: Date.now() + 1, lag_seconds: 3.5 });
  const seconds = (await history.read('lag_history')).map((one) => one.lag_seconds);
  expect(seconds).toEqual([null, 3.5]);
  await history.close();
  expect(notices).toEqual([]);
});
