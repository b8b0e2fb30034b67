import { describe, expect, it } from 'vitest';
import type { Overview } from '../contract/api';
import { failed } from '../contract/failure';
import type { QueryResult } from '../contract/query';
import { StreamingState } from '../streaming/streaming-state';
import { statusBlock, statusLine } from './texts/status-text';

const nowMs = 100_000;
const table = (name: string, rows: number | null) => ({
  table: name,
  tableVersion: 3,
  committedAtMs: nowMs,
  rows,
  liveFiles: 1,
  sizeBytes: 1,
});
const overview: Overview = {
  headlineTables: {},
  pipeline: {
    state: 'starting',
    sinceMs: nowMs - 8_000,
    step: { name: 'broker', number: 3, count: 7, sinceMs: nowMs },
    reason: null,
    failure: null,
    pack: 'sales',
    bootstrapServers: '127.0.0.1:9192',
    sparkUi: null,
    services: {
      broker: { state: 'running', pid: 7, sinceMs: 0 },
      streamingJob: { state: 'stopped' },
    },
    components: [],
  },
  producer: {
    state: 'running',
    ratePerSecond: 5,
    sentPerSecond: 5,
    produced: 1_200,
    acknowledged: 1_199,
    repeatedSends: 0,
    failed: 0,
    lastRecord: null,
  },
  lag: null,
  streaming: new StreamingState().read(nowMs),
  alongside: [],
  lakehouse: 'own',
  tables: [table('bronze.a', 1_200), table('silver.b', null), table('silver.c', 15)],
};
const countries: QueryResult = {
  columns: [],
  rows: ['A', 'B', 'C', 'D'].map((label) => [label, '10.50']),
  rowCount: 4,
  tableVersions: {},
  committedAtMs: null,
  sql: '',
  parameters: {},
  elapsedMs: 1,
  isTruncated: false,
};

describe('the status of a terminal', () => {
  it('shows the step, each part, rows by layer and the three first countries', () => {
    expect(statusBlock(overview, countries, nowMs).split('\n')).toEqual([
      '  Pipeline       starting 3/7 for 8.0 s',
      '  Broker         running (pid 7) 127.0.0.1:9192',
      '  Streaming job  stopped',
      '  Producer       running, 5/s, 1,199 of 1,200 acknowledged',
      '  Lag            — records, — s (the query itself says —)',
      '  Latency        —',
      '  Bronze rows    a 1,200',
      '  Silver rows    b — · c 15',
      '  Revenue        A €10.50 · B €10.50 · C €10.50',
    ]);
  });

  it('names why a service is down', () => {
    const { failure } = failed('SERVICE_KEEPS_FAILING', { service: 'broker', attempts: 5 });
    const services = {
      ...overview.pipeline.services,
      broker: { state: 'failed' as const, failure },
    };
    const pipeline = { ...overview.pipeline, services, reason: 'broker: no answer within 3 s' };
    const text = statusBlock({ ...overview, pipeline, tables: [] }, null, nowMs);
    expect(text).toContain('failed: The broker keeps ending');
    expect(text).toContain('— broker: no answer within 3 s');
    expect(text).toContain('Rows           —');
  });

  it('names a pack whose query has failed, and when it is tried again', () => {
    const failure = { code: 'STREAMING_QUERY_FAILED', message: 'The disk is full.' } as const;
    const { streaming, producer, lag } = overview;
    const retried = { ...failure, next: 'retry' as const, retryAtMs: nowMs + 4_000 };
    const lost = { ...failure, next: 'nothing' as const, retryAtMs: null };
    const orders = { pack: 'orders', producer, lag, streaming: { ...streaming, failure: retried } };
    const text = statusBlock(
      { ...overview, streaming: { ...streaming, failure: lost }, alongside: [orders] },
      null,
      nowMs,
    );
    expect(text).toContain('Query          failed: The disk is full.\n');
    expect(text).toContain('Pack orders    failed: The disk is full. Next try in 4.0 s.');
  });

  it('fits one line for a log', () => {
    const line = statusLine(overview, countries, nowMs);
    expect(line).toContain('starting 3/7 for 8.0 s | acknowledged 1,199 | lag — | p95 —');
    expect(line).not.toContain('\n');
  });
});
