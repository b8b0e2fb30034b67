import { describe, expect, it, vi } from 'vitest';
import type { Said } from '../contract/said';
import type { BatchLine, ProgressLine } from '../contract/streaming';
import type { EventLog } from '../event-log';
import { followStreamingJob } from './follow-streaming-job';
import { LatencyWindow } from './latency-window';
import { parseProgressLine } from './parse-progress-line';
import { StreamingState } from './streaming-state';

const batch = (changes: Partial<BatchLine> = {}): BatchLine => ({
  kind: 'batch',
  atMs: 5_000,
  pack: 'sales',
  batchId: 3,
  endOffsets: { '0': 10 },
  rows: {
    input: 10,
    bronze: 9,
    silver: 7,
    duplicates: 1,
    late: 0,
    rejected: { parse: 1, schema: 0, rule: 1 },
  },
  tableVersions: { 'silver.x': 4 },
  latencyMs: [100, 200, 300],
  durationMs: { total: 400 },
  replayed: false,
  ...changes,
});

describe('parseProgressLine', () => {
  it('reads a line that keeps to the contract', () => {
    const line = batch();
    expect(parseProgressLine(`@progress ${JSON.stringify(line)}`)).toEqual(line);
  });

  it('reads a change of the fields of events, which is told in a sentence', () => {
    const place = { atMs: 5_000, pack: 'sales', field: 'canal', partition: 2, offset: 7 };
    const lines: ProgressLine[] = [
      { kind: 'schemaChange', change: 'new', ...place },
      { kind: 'schemaChange', change: 'missing', ...place },
    ];
    const warnings: string[] = [];
    const log = { warning: (_: string, { message }: Said) => warnings.push(message) };
    const follow = followStreamingJob(new Map(), log as unknown as EventLog, {
      ...{ batch: vi.fn(), answer: vi.fn(), sparkUi: vi.fn() },
    });
    lines.forEach((line) => follow(`@progress ${JSON.stringify(line)}`));
    expect(warnings).toEqual([
      expect.stringMatching(/new field "canal" \(first at partition 2, offset 7\)/),
      expect.stringMatching(/no longer have the optional field "canal"/),
    ]);
  });

  it("tells the address of Spark's own pages, which are on loopback alone", () => {
    const told = vi.fn();
    const tell = { batch: vi.fn(), answer: vi.fn(), sparkUi: told };
    const follow = followStreamingJob(new Map(), {} as EventLog, tell);
    for (const address of ['http://127.0.0.1:40123', 'http://192.168.1.7:4040', 'file:///etc'])
      follow(`@progress ${JSON.stringify({ kind: 'sparkUi', atMs: 1, address })}`);
    expect(told.mock.calls).toEqual([['http://127.0.0.1:40123']]);
  });

  it('is null for log text, broken JSON and a wrong shape', () => {
    const lines = ['INFO hello', '@progress {"kind":', '@progress {"kind":"batch"}', '@progress 1'];
    expect(lines.map(parseProgressLine)).toEqual([null, null, null, null]);
  });
});

describe('StreamingState', () => {
  it('knows nothing before the first line and is not ready by a start alone', () => {
    const state = new StreamingState();
    expect(state.read(0)).toMatchObject({ endOffsets: null, lastBatchId: null, latencyMs: null });
    state.apply({ kind: 'started', atMs: 1, pack: 'sales', queryId: 'q', runId: 'r' });
    expect(state.isReady).toBe(false);
    state.apply({ kind: 'idle', atMs: 2, pack: 'sales', endOffsets: {} });
    expect(state.isReady).toBe(true);
  });

  it('shows a query that failed as such until it tells offsets again', () => {
    const state = new StreamingState();
    expect(state.read(0).failure).toBeNull();
    const said = { code: 'STREAMING_QUERY_FAILED', message: 'The disk is full.' } as const;
    const failed = { kind: 'failed', atMs: 5_000, pack: 'orders', ...said } as const;
    state.apply({ ...failed, next: 'retry', retryInMs: 2_000 });
    expect(state.read(0).failure).toEqual({ ...said, next: 'retry', retryAtMs: 7_000 });
    state.apply({ kind: 'started', atMs: 7_000, pack: 'orders', queryId: 'q', runId: 'r' });
    expect(state.read(0).failure).not.toBeNull();
    state.apply({ kind: 'idle', atMs: 7_100, pack: 'orders', endOffsets: {} });
    expect(state.read(0).failure).toBeNull();
    state.apply({ ...failed, next: 'nothing', retryInMs: null });
    expect(state.read(0).failure).toEqual({ ...said, next: 'nothing', retryAtMs: null });
  });

  it('adds up the rows of batches and forgets them on a new process', () => {
    const state = new StreamingState();
    state.apply(batch());
    state.apply(batch({ batchId: 4 }));
    expect(state.read(5_000)).toMatchObject({ lastBatchId: 4, rows: { silver: 14, bronze: 18 } });
    state.reset();
    expect(state.read(5_000)).toMatchObject({ lastBatchId: null, rows: { silver: 0 } });
  });

  it('leaves replayed batches out of the latency', () => {
    const state = new StreamingState();
    state.apply(batch({ replayed: true, latencyMs: [9_000, 9_000] }));
    expect(state.read(5_000).latencyMs).toBeNull();
  });
});

describe('LatencyWindow', () => {
  it('weighs each batch by its records', () => {
    const window = new LatencyWindow();
    window.add(1_000, 99, [10, 10, 10]);
    window.add(1_000, 1, [5_000]);
    expect(window.read(1_000)).toEqual({ p50: 10, p95: 10, p99: 10 });
    window.add(1_000, 100, [5_000]);
    expect(window.read(1_000)).toEqual({ p50: 5_000, p95: 5_000, p99: 5_000 });
  });

  it.each([
    { order: 'rising', delayMs: (index: number) => index % 16_000 },
    { order: 'falling', delayMs: (index: number) => 15_999 - (index % 16_000) },
    { order: 'mixed', delayMs: (index: number) => (index * 7) % 16_000 },
  ])('tells a million $order ages a minute within 2 %, and holds few of them', ({ delayMs }) => {
    const window = new LatencyWindow();
    for (let send = 0; send < 8 * 60; send++) {
      const delaysMs = Array.from({ length: 2_000 }, (_, index) => delayMs(send * 2_000 + index));
      window.add(Math.floor(send / 8) * 1_000, delaysMs.length, delaysMs);
    }
    const told = window.read(60_000)!;
    for (const [share, ms] of [
      [0.5, told.p50],
      [0.95, told.p95],
      [0.99, told.p99],
    ] as const) {
      expect(Math.abs(ms / (share * 16_000) - 1)).toBeLessThan(0.02);
    }
    const { slices } = window as unknown as { slices: { buckets: Map<number, unknown> }[] };
    expect(slices.reduce((sum, { buckets }) => sum + buckets.size, 0)).toBeLessThan(60_000);
  });

  it('forgets what is older than a minute', () => {
    const window = new LatencyWindow();
    window.add(0, 10, [10]);
    expect(window.read(60_000)).not.toBeNull();
    expect(window.read(60_001)).toBeNull();
  });
});
