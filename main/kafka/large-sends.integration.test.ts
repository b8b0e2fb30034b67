import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../contract/failure';
import { createControlCenter, type ControlCenter } from '../control-center';
import { findInstallation } from '../settings/installation';
import { isPortFree } from '../supervisor/is-port-free';
import { kafkaClient } from './kafka-client';
import { RecordProducer } from './record-producer';

/** Setup: the real broker with its default limit of 1 MB for a send and partition; no job. */
let dataFolder: string;
let center: ControlCenter;
let port: number;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-large-'));
  port = await freePort();
  center = await createControlCenter({
    dataFolder,
    installation: await findInstallation(),
    host: 'none',
    startPipeline: false,
    producer: { ratePerSecond: 1, seed: 5, count: 1 },
    set: [`kafka.port=${port}`],
  });
  await center.parts.pipeline.start('producer');
}, 120_000);
afterAll(async () => {
  await center.shutdown();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** A port of which the next one is free too. */
async function freePort(): Promise<number> {
  for (let tried = 20_000; ; tried += 2) {
    if ((await isPortFree(tried)) && (await isPortFree(tried + 1))) return tried;
  }
}

it('the broker listens on the port that is set', () => {
  expect(servers()).toBe(`127.0.0.1:${port}`);
});

const servers = () => center.parts.brokerWatch.bootstrapServers!;

/** Sends values as fast as it goes into a topic of its own; tells what the producer and the topic say. */
async function sendAll(topic: string, values: readonly string[], batchRecords?: number) {
  const admin = kafkaClient(servers()).admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1 }] });
  let next = 0;
  let most = 0;
  let failure: Failure | null = null;
  const producer = new RecordProducer(
    {
      topic,
      ratePerSecond: 5_000,
      count: values.length,
      ...(batchRecords === undefined ? {} : { batchRecords }),
      recordFolder: join(dataFolder, topic),
      onFailure: (told) => (failure = told),
    },
    {
      take: async (first, times) => {
        most = Math.max(most, times.length);
        return values.slice(next, (next += times.length)).map((value, index) => ({
          ...{ sequence: first + index, eventId: `e-${first + index}`, key: 'k', value },
          ...{ timestampMs: Date.now(), logLine: 'large' },
        }));
      },
    },
    () => undefined,
  );
  await producer.start(servers());
  const isOver = () => producer.isComplete || producer.read().state === 'stopped';
  await vi.waitFor(() => expect(isOver()).toBe(true), 15_000);
  await producer.stop();
  const [end] = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const status = producer.read();
  return { status, failure: failure as Failure | null, end: Number(end!.high), most };
}

describe('a send of more than the broker takes at once', () => {
  it('is cut, so that each event is in the topic once', async () => {
    const values = Array.from({ length: 500 }, () => 'é'.repeat(3_250));
    const { status, failure, end } = await sendAll('cut', values);
    expect(failure).toBeNull();
    expect(status).toMatchObject({ acknowledged: 500, repeatedSends: 0, failed: 0 });
    expect(end).toBe(500);
  }, 60_000);

  it('carries as many records as is set at most', async () => {
    const values = Array.from({ length: 1_000 }, () => 'x');
    expect(await sendAll('small', values, 7)).toMatchObject({ end: 1_000, most: 7 });
    const { end, most } = await sendAll('usual', values);
    expect(end).toBe(1_000);
    expect(most).toBeGreaterThan(7);
  }, 60_000);

  it('carries a record of 1,000,000 bytes', async () => {
    const { status, end } = await sendAll('largest', ['x'.repeat(1_000_000), 'small']);
    expect(status).toMatchObject({ acknowledged: 2, failed: 0 });
    expect(end).toBe(2);
  }, 60_000);

  it('ends the producer with its reason where one record alone is too large', async () => {
    const { status, failure, end } = await sendAll('too-large', ['x'.repeat(1_100_000)]);
    expect(failure).toMatchObject({
      code: 'PRODUCER_SEND_FAILED',
      facts: { topic: 'too-large', eventId: 'e-1', bytes: 1_100_000 },
    });
    expect(status).toMatchObject({
      state: 'stopped',
      acknowledged: 0,
      failed: 1,
      repeatedSends: 0,
    });
    expect(end).toBe(0);
  }, 60_000);
});

it('the log tells where the producer is connected, and each sale', async () => {
  await vi.waitFor(async () => {
    const page = await center.api.invoke('logs.read', { sources: ['producer'] });
    const texts = page.ok ? page.value.lines.map(({ text }) => text) : [];
    expect(texts).toEqual([
      expect.stringContaining(`Connected to the broker at ${servers()}`),
      expect.stringMatching(/Sale #1: \w.* - \w.* - €\d+\.\d\d$/),
    ]);
  }, 10_000);
});
