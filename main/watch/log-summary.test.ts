import { expect, it, vi } from 'vitest';
import type { BatchLine } from '../contract/streaming';
import { logSummary } from './log-summary';
import { loadPack } from '../settings/load-pack';
import { shippedFolders } from '../settings/installation';
import { StreamingState } from '../streaming/streaming-state';

const { pack } = loadPack(shippedFolders().resourcesFolder, 'sales');
const rows = { input: 10, bronze: 10, silver: 8, duplicates: 1, late: 0 };
const batch = {
  pack: 'sales',
  rows: { ...rows, rejected: { parse: 0, schema: 0, rule: 1 } },
} as BatchLine;

it('tells rows since the line before and the work on the newest batch, once there is one', async () => {
  vi.useFakeTimers();
  try {
    const lines: string[] = [];
    const streaming = new StreamingState();
    const summary = logSummary(
      [{ pack, streaming }],
      { number: () => 1_000, isOn: () => false },
      {
        info: (_, text) => lines.push(typeof text === 'string' ? text : text.message),
        line: (_, text) => lines.push(text),
      },
    );
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lines).toEqual([]);
    summary.batch(batch);
    summary.batch(batch);
    streaming.apply({
      ...{ kind: 'progress', atMs: 1, pack: 'sales', batchId: 1, numInputRows: 10 },
      ...{ inputRowsPerSecond: 1, processedRowsPerSecond: 1, durationMs: { addBatch: 240 } },
      ...{ endOffsets: {}, latestOffsets: {} },
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lines).toEqual([
      'Metrics - Input: 20 rows, Output: 16 rows, Latency: 240 ms',
      'Metrics - Input: 0 rows, Output: 0 rows, Latency: 240 ms',
    ]);
    summary.close();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lines).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

it('writes a line for each batch with rows into the file alone where that was asked for', () => {
  const lines: string[] = [];
  const isOn = vi.fn((name: string) => name === 'logs.verbose');
  const told = {
    info: () => lines.push('an event'),
    line: (_: string, text: string) => lines.push(text),
  };
  const summary = logSummary([], { number: () => null, isOn }, told);
  const one = { ...batch, batchId: 7, endOffsets: { 0: 12 }, durationMs: { bronze: 3.4 } };
  summary.batch(one);
  summary.batch({ ...one, rows: { ...batch.rows, input: 0 } });
  isOn.mockReturnValue(false);
  summary.batch(one);
  summary.close();
  expect(lines).toEqual([
    'Batch 7 of sales: 10 records, 10 Bronze, 8 Silver, 1 rejected, 1 duplicate, 0 late; ' +
      'bronze 3 ms; up to {"0":12}',
  ]);
});
