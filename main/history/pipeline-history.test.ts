import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sayEvent } from '../contract/event-sentences';
import { openQueryPlace } from '../analytics/open-query-place';
import type { QueryPlace } from '../analytics/run-query';
import { Lake } from '../delta/lake';
import { History } from './history';
import { readLastErrors } from './last-errors';
import { readMicroBatches } from './micro-batches';
import { opsTables } from './ops-tables';
import { readRuns } from './runs';

let folder: string;
let history: History;
let lake: Lake;
let place: QueryPlace & { close(): void };
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-pipeline-history-'));
  history = await History.open(join(folder, 'control.duckdb'), { onNotice: () => undefined });
  lake = new Lake(join(folder, 'delta'));
  place = await openQueryPlace(lake, new Map(), opsTables(history));
});
afterEach(async () => {
  place.close();
  await lake.close();
  await history.close();
  rmSync(folder, { recursive: true, force: true });
});

const begunMs = Date.now() - 60_000;
const batch = (batchId: number, pack = 'sales') => ({
  ...{ ended_at: begunMs + batchId, pack, query_id: 'q', batch_id: batchId, input_rows: 10 },
  ...{ bronze_rows: 9, silver_rows: 7, duplicate_rows: 1, late_rows: 2, rejected_parse: 1 },
  ...{ rejected_schema: 0, rejected_rule: 1, latency_p50_ms: 1, latency_p95_ms: null },
  ...{ duration_ms: '{"bronze":12.5,"total":40}', end_offsets: '{"0":42}', table_versions: '{}' },
  replayed: false,
});

it('the newest batches of a pack come oldest first, without a range while there is no journal', async () => {
  for (const batchId of [0, 1, 2]) history.add('batch_history', batch(batchId));
  history.add('batch_history', batch(9, 'orders'));
  const batches = await readMicroBatches(place, 'sales', 2, false);
  expect(batches.map(({ batchId }) => batchId)).toEqual([1, 2]);
  expect(batches[1]).toEqual({
    batchId: 2,
    endedAtMs: begunMs + 2,
    rows: {
      ...{ input: 10, bronze: 9, silver: 7, duplicates: 1, late: 2 },
      rejected: { parse: 1, schema: 0, rule: 1 },
    },
    partsMs: { bronze: 12.5, total: 40 },
    startOffsets: null,
    endOffsets: { '0': 42 },
    watermarkMs: null,
    latencyP50Ms: 1,
    latencyP95Ms: null,
    replayed: false,
  });
});

it('runs come newest first, each with its own steps in order and their outputs', async () => {
  const times = { running_at: null, ended_at: null, failure: null };
  for (const [number, status] of [
    [1, 'stopped'],
    [2, 'running'],
  ] as const) {
    const run = { run_id: `sales-${number}`, pack: 'sales', status };
    history.add('runs', { ...run, started_at: begunMs + number, ...times });
  }
  const step = (number: number, name: string, outputs: string | null) =>
    history.add('run_steps', {
      ...{ run_id: 'sales-2', number, operation: 'start', step: name, status: 'done' },
      ...{ started_at: begunMs + number, ended_at: begunMs + number + 5 },
      ...{ outputs, log_excerpt: null },
    });
  step(2, 'broker', '{"bootstrapServers":"127.0.0.1:9092","lastBatchId":null}');
  step(1, 'folders', null);
  const runs = await readRuns(place, 5);
  expect(runs.map(({ runId, steps }) => [runId, steps.map((one) => one.step)])).toEqual([
    ['sales-2', ['folders', 'broker']],
    ['sales-1', []],
  ]);
  expect(runs[0]?.steps[1]).toMatchObject({
    outputs: { bootstrapServers: '127.0.0.1:9092', lastBatchId: null },
    endedAtMs: begunMs + 7,
  });
  expect(await readRuns(place, 1)).toHaveLength(1);
});

it('of the errors of a part the newest counts, and warnings are none', async () => {
  const log = (seconds: number, component: string, severity: string, message: string) =>
    history.add('event_log', {
      ...{ logged_at: begunMs + seconds * 1_000, kind: 'notice', details: null },
      ...{ component, severity, message },
    });
  log(1, 'broker', 'error', 'first');
  log(3, 'broker', 'error', 'second');
  log(4, 'broker', 'warning', 'no error');
  log(2, 'query', 'error', 'third');
  expect(await readLastErrors(place)).toEqual([
    { component: 'broker', message: 'second', told: null, atMs: begunMs + 3_000 },
    { component: 'query', message: 'third', told: null, atMs: begunMs + 2_000 },
  ]);
  const { message, told } = sayEvent('restartAsked', {});
  history.add('event_log', {
    ...{ logged_at: begunMs + 5_000, kind: 'notice', component: 'query', severity: 'error' },
    ...{ message, details: JSON.stringify(told) },
  });
  expect((await readLastErrors(place))[1]).toMatchObject({ message, told });
});
