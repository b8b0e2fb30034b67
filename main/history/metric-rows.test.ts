import { expect, it } from 'vitest';
import type { Overview } from '../contract/api';
import { StreamingState } from '../streaming/streaming-state';
import { historyTables, type HistoryTableName } from './history-tables';
import { toMetricRows } from './metric-rows';

const streaming = {
  ...new StreamingState().read(0),
  lastBatchId: 7,
  batchPartsMs: { addBatch: 410 },
};
const rejected = { parse: 1, schema: 2, rule: 3 };
const overview = {
  pipeline: {
    pack: 'shops',
    services: {
      broker: { state: 'running', pid: 7, sinceMs: 500 },
      streamingJob: { state: 'stopped' },
    },
  },
  producer: { acknowledged: 90, failed: 1, sentPerSecond: 4.5 },
  lag: null,
  streaming: { ...streaming, rows: { ...streaming.rows, rejected, late: 4 } },
  tables: [
    { table: 'gold.a', tableVersion: 3, committedAtMs: 0, rows: 15, liveFiles: 2, sizeBytes: 9 },
  ],
  alongside: [],
} as unknown as Overview;

const rows = toMetricRows(overview, {
  atMs: 10_000,
  usage: [
    { component: 'app', cpuPercent: 1.5, memoryBytes: 100 },
    { component: 'streamingJob', cpuPercent: null, memoryBytes: null },
  ],
  freeBytes: 5_000,
  topics: [{ topic: 'shops', sizeBytes: 20, underReplicated: 0 }],
  latency: [{ pack: 'shops', hops: { broker: { p50: 3, p95: 9, p99: 12 }, bronze: null } }],
});

it('keeps each group of figures of one moment, and null for what is not known', () => {
  expect(rows.system_history).toMatchObject([
    { component: 'app', cpu_percent: 1.5, memory_bytes: 100, free_bytes: null },
    { component: 'streamingJob', cpu_percent: null, memory_bytes: null },
    { component: 'disk', free_bytes: 5_000, cpu_percent: null },
  ]);
  expect(rows.producer_history).toMatchObject([
    { pack: 'shops', sent: 90, failed: 1, dead_letters: 6, acknowledged_p95_ms: 9 },
  ]);
  expect(rows.topic_history).toMatchObject([
    { topic: 'shops', size_bytes: 20, under_replicated: 0, broker_since: 500 },
  ]);
  expect(rows.query_history).toMatchObject([
    { batch_id: 7, dropped_by_watermark: 4, batch_parts_ms: '{"addBatch":410}' },
  ]);
  expect(rows.latency_history).toEqual([
    { sampled_at: 10_000, pack: 'shops', hop: 'broker', p50_ms: 3, p95_ms: 9, p99_ms: 12 },
  ]);
  expect(rows.table_history).toMatchObject([{ table_name: 'gold.a', age_seconds: 10 }]);
});

it('fills every column of its tables, which keep a day', () => {
  for (const [name, made] of Object.entries(rows)) {
    const { columns, keepHours } = historyTables[name as HistoryTableName];
    expect(Object.keys(made[0]!).sort()).toEqual(Object.keys(columns).sort());
    expect(keepHours).toBe(24);
  }
});
