import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StreamPack } from '../contract/stream-pack';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { DuckDbSession } from './duckdb-session';
import { measureLatency } from './latency';

const table = (name: string) => ({ layer: 'gold', table: name });
const pack = {
  silver: { table: 'clean' },
  aggregates: [table('small'), table('large')],
  kafkaTimestampColumn: 'kafka_timestamp',
} as unknown as StreamPack;

let disk: TestLake;
let lake: Lake;
let session: DuckDbSession;
beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  session = await DuckDbSession.open();
  for (const name of ['silver.clean', 'gold.small', 'gold.large']) {
    disk.create(name, { kafka_timestamp: 'timestamp' });
  }
});
afterEach(async () => {
  session.close();
  await lake.close();
  disk.close();
});

/** One Silver commit whose records came to the broker at these times. */
const silver = (timesMs: number[], dataChange = true) =>
  disk.append('silver.clean', {
    rows: `SELECT make_timestamptz(ms * 1000) AS kafka_timestamp FROM (SELECT unnest([${timesMs}]) AS ms)`,
    dataChange,
  });
const contains = (name: string, silverVersion: number, timestampMs: number) =>
  disk.append(`gold.${name}`, {
    transaction: ['silver:silver.clean', silverVersion],
    timestampMs,
  });
const measure = (afterSilverVersion: number) =>
  measureLatency(session, lake, pack, afterSilverVersion);

describe('measureLatency', () => {
  it('runs from the broker to the first commit of the last aggregate', async () => {
    await silver([1_000, 1_100]);
    await contains('small', 1, 1_500);
    await contains('large', 1, 2_000);
    await contains('large', 1, 9_000);
    expect(await measure(0)).toEqual({ p50: 950, p95: 995, p99: 999 });
  });

  it('takes a later commit that contains several Silver versions', async () => {
    await silver([1_000]);
    await silver([2_000]);
    for (const name of ['small', 'large']) await contains(name, 2, 3_000);
    expect(await measure(0)).toEqual({ p50: 1_500, p95: 1_950, p99: 1_990 });
    expect(await measure(1)).toEqual({ p50: 1_000, p95: 1_000, p99: 1_000 });
  });

  it('leaves out compaction and rows that one aggregate does not contain yet', async () => {
    await silver([1_000]);
    await silver([1], false);
    await silver([5_000]);
    for (const name of ['small', 'large']) await contains(name, 2, 1_200);
    await contains('small', 3, 6_000);
    expect(await measure(0)).toEqual({ p50: 200, p95: 200, p99: 200 });
    expect(await measure(2)).toBeNull();
  });

  it('is null when nothing was committed', async () => {
    expect(await measure(0)).toBeNull();
    expect(await measureLatency(session, new Lake(`${disk.root}/none`), pack, 0)).toBeNull();
  });
});
