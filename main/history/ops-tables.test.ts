import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DuckDbSession } from '../analytics/duckdb-session';
import { SqlConnection } from '../analytics/sql-connection';
import { History } from './history';
import { historyReader } from './history-reader';
import type { HistorySource } from './history-source';
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

type Select = (sql?: string) => Promise<unknown[]>;

/** Works with a session that has copies of the history, which every SELECT brings up to date. */
async function copied<T>(source: HistorySource, work: (select: Select) => Promise<T>): Promise<T> {
  const session = await DuckDbSession.open({ onlyFolder: '/nowhere/' });
  const tables = opsTables(source);
  try {
    return await session.use(async (connection) => {
      const sql = new SqlConnection(connection);
      await sql.run('CREATE SCHEMA ops');
      return work(async (text = 'SELECT epoch_ms(logged_at), message FROM ops.event_log') => {
        const named = [...tables].filter(([name]) => text.includes(name));
        for (const [, make] of named) await make(sql, () => Promise.reject());
        return sql.readRows(text);
      });
    });
  } finally {
    session.close();
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-ops-'));
  file = join(folder, 'control.duckdb');
  notices = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads a file whose column had its former name, and renames it once it writes', async () => {
  const now = Date.now();
  const old = await DuckDBInstance.create(file);
  const connection = await old.connect();
  await connection.run('CREATE SCHEMA ops');
  await connection.run(
    'CREATE TABLE ops.event_log ("at" TIMESTAMPTZ, kind VARCHAR, component VARCHAR, ' +
      'severity VARCHAR, message VARCHAR, details VARCHAR)',
  );
  await connection.run(
    `INSERT INTO ops.event_log VALUES (make_timestamptz(${now} * 1000), 'notice', 'test', 'info', 'old', NULL)`,
  );
  connection.closeSync();
  old.closeSync();
  const read = JSON.parse(await historyReader(file).readJson('event_log')) as unknown[];
  expect(read).toEqual([line(now, 'old')]);
  const inSession = await copied(historyReader(file), async (select) => select());
  expect(inSession).toEqual([[String(now), 'old']]);
  const history = await open();
  history.add('event_log', line(now + 1, 'new'));
  expect(await history.read('event_log')).toEqual([line(now, 'old'), line(now + 1, 'new')]);
  await history.close();
  expect(notices).toEqual([]);
});

it('a copy follows what is written, replaced and forgotten', async () => {
  const history = await open();
  const now = Date.now();
  const run = { run_id: 'a', pack: 'p', started_at: 5, running_at: null, failure: null };
  await copied(history, async (select) => {
    expect(await select()).toEqual([]);
    history.add('event_log', line(now, 'first'));
    history.add('runs', { ...run, status: 'starting', ended_at: null });
    expect(await select()).toEqual([[String(now), 'first']]);
    expect(await select('SELECT status FROM ops.runs')).toEqual([['starting']]);
    history.add('event_log', line(now + 1, 'second'));
    history.add('runs', { ...run, status: 'stopped', ended_at: 9 });
    expect(await select()).toEqual([
      [String(now), 'first'],
      [String(now + 1), 'second'],
    ]);
    expect(await select()).toHaveLength(2);
    expect(await select('SELECT status FROM ops.runs')).toEqual([['stopped']]);
    return [];
  });
  await history.close();
});

it('a statement over a day of batches costs the new rows, not those of the day', async () => {
  const history = await open();
  const now = Date.now();
  const batch = {
    ...{ pack: 'p', query_id: 'q', input_rows: 1, bronze_rows: 1, silver_rows: 1 },
    ...{ duplicate_rows: 0, late_rows: 0, rejected_parse: 0, rejected_schema: 0, rejected_rule: 0 },
    ...{ latency_p50_ms: 1, latency_p95_ms: 2, duration_ms: '{}', end_offsets: '{}' },
    ...{ table_versions: '{}', replayed: false },
  };
  const add = (id: number) =>
    history.add('batch_history', { ...batch, ended_at: now - id * 400, batch_id: id });
  const batches = 172_800;
  for (let id = 0; id < batches; id += 1) {
    add(id);
    if (id % 17_280 === 0) await history.flush();
  }
  await copied(history, async (select) => {
    const count = 'SELECT count(*) FROM ops.batch_history';
    expect(await select(count)).toEqual([[String(batches)]]);
    add(0);
    await history.flush();
    const startedAtMs = performance.now();
    expect(await select(count)).toEqual([[String(batches + 1)]]);
    expect(performance.now() - startedAtMs).toBeLessThan(50);
    return [];
  });
  await history.close();
}, 60_000);
