import { expect, it } from 'vitest';
import type { Overview } from '../contract/api';
import { StreamingState } from '../streaming/streaming-state';
import { Metrics } from './metrics';

const producer = {
  state: 'running' as const,
  ratePerSecond: 5,
  sentPerSecond: 4.5,
  produced: 12,
  acknowledged: 11,
  repeatedSends: 0,
  failed: 0,
  lastRecord: null,
};
const unread = {
  partition: 0,
  logStartOffset: 0,
  logEndOffset: 9,
  currentOffset: 7,
  lag: 2,
  queryLag: 1,
  lagSeconds: 0.5,
  trendPerSecond: null,
  secondsToZero: null,
};
const unknown = {
  partition: 1,
  logStartOffset: 0,
  logEndOffset: 4,
  currentOffset: null,
  lag: null,
  queryLag: null,
  lagSeconds: null,
  trendPerSecond: null,
  secondsToZero: null,
};
const overview: Overview = {
  headlineTables: {},
  lakehouse: 'own',
  pipeline: {
    state: 'running',
    sinceMs: 0,
    step: null,
    reason: null,
    failure: null,
    pack: 'shops',
    bootstrapServers: '127.0.0.1:9092',
    sparkUi: null,
    services: {
      broker: { state: 'running', pid: 7, sinceMs: 0 },
      streamingJob: { state: 'stopped' },
    },
    components: [],
  },
  producer,
  lag: {
    topic: 'shops',
    atMs: 0,
    lag: null,
    lagSeconds: null,
    trendPerSecond: null,
    secondsToZero: null,
    queryLag: null,
    queryReportedAtMs: null,
    partitions: [unread, unknown],
  },
  streaming: new StreamingState().read(0),
  tables: [
    { table: 'gold.a', tableVersion: 3, committedAtMs: 0, rows: 15, liveFiles: 2, sizeBytes: 9 },
    { table: 'gold.b', tableVersion: 1, committedAtMs: 0, rows: null, liveFiles: 1, sizeBytes: 1 },
  ],
  alongside: [{ pack: 'trips', producer, lag: null, streaming: new StreamingState().read(0) }],
};

it('gives each figure with its labels, and leaves out what is not known', async () => {
  const metrics = new Metrics(
    () => overview,
    (pid) => (pid === 7 ? { cpuMs: 1_500, memoryBytes: 300 } : null),
    () => ({
      system_history: [
        {
          ...{ sampled_at: 1, component: 'disk', free_bytes: 5_000 },
          ...{ cpu_percent: null, memory_bytes: null },
        },
      ],
      latency_history: [
        { sampled_at: 1, pack: 'shops', hop: 'bronze', p50_ms: 3, p95_ms: 9, p99_ms: 12 },
      ],
    }),
  );
  await metrics.read();
  const { type, text } = await metrics.read();
  expect(type).toContain('text/plain');
  const lines = text.split('\n');
  for (const line of [
    'deltadesk_up 1',
    'deltadesk_producer_records{pack="shops"} 11',
    'deltadesk_producer_records{pack="trips"} 11',
    'deltadesk_lag_records{pack="shops",topic="shops",partition="0"} 2',
    'deltadesk_log_end_offset{pack="shops",topic="shops",partition="1"} 4',
    'deltadesk_query_rows{pack="shops",place="silver"} 0',
    'deltadesk_query_rejected{pack="shops",stage="rule"} 0',
    'deltadesk_table_rows{table="gold.a"} 15',
    'deltadesk_process_cpu_seconds{service="broker"} 1.5',
    'deltadesk_disk_free_bytes 5000',
    'deltadesk_hop_latency_ms{pack="shops",hop="bronze",quantile="p95"} 9',
    'deltadesk_partition_lag_seconds{pack="shops",topic="shops",partition="0"} 0.5',
  ]) {
    expect(lines).toContain(line);
  }
  expect(text).not.toMatch(/deltadesk_lag_records\{[^}]*partition="1"/);
  expect(text).not.toMatch(/deltadesk_table_rows\{table="gold.b"/);
  expect(text).not.toMatch(/deltadesk_lag_seconds\{|service="streamingJob"/);
  expect(text).toMatch(/nodejs_eventloop_lag/);
});
