import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DuckDbSession } from '../analytics/duckdb-session';
import { SqlConnection } from '../analytics/sql-connection';
import { sayEvent } from '../contract/event-sentences';
import { eventLogRequest } from '../contract/event-log';
import type { Cell } from '../contract/query';
import { eventFacetsSql, eventPageSql, toEventPage } from './event-log-page';
import { History } from './history';
import { opsTables } from './ops-tables';

const nowMs = Math.floor(Date.now() / 1000) * 1000;
let folder: string;
let history: History;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-events-'));
  history = await History.open(join(folder, 'control.duckdb'), { onNotice: () => undefined });
  const events = [
    ['state', 'pipeline', 'info', 'Running', 60_000],
    ['alert', 'alerts', 'warning', '1400 records are not processed yet.', 50_000],
    ['notice', 'broker', 'error', `Couldn't answer: 100% busy`, 40_000],
    ['batch', 'query', 'info', 'Batch 7: 40 records', 30_000],
    ['batch', 'query', 'info', 'Batch 8: 41 records', 20_000],
  ] as const;
  for (const [kind, component, severity, message, agoMs] of events)
    history.add('event_log', {
      ...{ logged_at: nowMs - agoMs, kind, component, severity, message, details: null },
    });
});
afterEach(async () => {
  await history.close();
  rmSync(folder, { recursive: true, force: true });
});

async function read(request: object) {
  const asked = eventLogRequest.parse(request);
  const session = await DuckDbSession.open({ onlyFolder: '/nowhere/' });
  try {
    return await session.use(async (connection) => {
      const sql = new SqlConnection(connection);
      await sql.run('CREATE SCHEMA ops');
      await opsTables(history).get('ops.event_log')!(sql, () => Promise.reject());
      const rows = await sql.readRows(eventPageSql(asked, nowMs));
      const facets = await sql.readRows(eventFacetsSql(asked, nowMs));
      return toEventPage(rows as Cell[][], facets as Cell[][]);
    });
  } finally {
    session.close();
  }
}
const messages = async (request: object) =>
  (await read(request)).events.map(({ message }) => message.slice(0, 8));

it('gives the newest first, page by page, with what there is to filter by', async () => {
  const first = await read({ limit: 2 });
  expect(first.events.map(({ number, message }) => [number, message])).toEqual([
    [5, 'Batch 8: 41 records'],
    [4, 'Batch 7: 40 records'],
  ]);
  expect(first).toMatchObject({ matches: 5, total: 5 });
  expect(first.kinds).toEqual(['alert', 'batch', 'notice', 'state']);
  expect(first.components).toEqual(['alerts', 'broker', 'pipeline', 'query']);
  expect(await messages({ limit: 2, before: 4 })).toEqual([`Couldn't`, '1400 rec']);
});

it('gives what an event tells for every language; one of an earlier version has its text alone', async () => {
  const { message, told } = sayEvent('batch', {
    ...{ batchId: 9, pack: 'sales', input: 5, bronze: 5, silver: 4 },
    ...{ rejected: 1, duplicates: 0, late: 0 },
  });
  const details = [JSON.stringify(told), '{"sentence":7}', 'not JSON', null];
  for (const [number, one] of details.entries())
    history.add('event_log', {
      ...{ logged_at: nowMs + number, kind: 'batch', component: 'query', severity: 'info' },
      ...{ message, details: one },
    });
  const { events } = await read({ limit: 4 });
  expect(events.map((event) => event.told)).toEqual([null, null, null, told]);
  expect(events.map((event) => event.details)).toEqual([...details].reverse());
  expect(events[0]?.message).toMatch(/^Batch 9 of sales: 5 records, 5 to Bronze/);
});

it('filters by kind, component, severity, time and text', async () => {
  expect(await messages({ kinds: ['state', 'alert'] })).toEqual(['1400 rec', 'Running']);
  expect(await messages({ components: ['query'], lastMs: 25_000 })).toEqual(['Batch 8:']);
  expect(await messages({ leastSeverity: 'warning' })).toEqual([`Couldn't`, '1400 rec']);
  expect(await messages({ fromMs: nowMs - 45_000, untilMs: nowMs - 35_000 })).toEqual([`Couldn't`]);
  expect(await messages({ search: { text: `couldn't` } })).toEqual([`Couldn't`]);
  expect(await messages({ search: { text: '0% b' } })).toEqual([`Couldn't`]);
  expect(await messages({ search: { text: '0_ b' } })).toEqual([]);
  expect(await messages({ search: { text: 'batch ?: 4*', isPattern: true } })).toHaveLength(2);
});
