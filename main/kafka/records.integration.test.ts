import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestOf, ResponseOf } from '../contract/api';
import { kafkaRecordsRequest } from '../contract/kafka-records';
import { createControlCenter, type ControlCenter } from '../control-center';
import { findInstallation } from '../settings/installation';
import { kafkaClient } from './kafka-client';
import { readRecords } from './read-records';

/** Setup: the real broker and the producer, without a streaming job; topics of the test's own. */
let dataFolder: string;
let center: ControlCenter;
const beganMs = 1_700_000_000_000;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-records-'));
  center = await createControlCenter({
    dataFolder,
    installation: await findInstallation(),
    host: 'none',
    startPipeline: false,
    producer: { ratePerSecond: 1, seed: 5, count: 1 },
  });
  expect(await center.api.invoke('kafkaTopics.read', {})).toMatchObject({
    failure: { code: 'PIPELINE_NOT_RUNNING' },
  });
  await center.parts.pipeline.start('producer');
  const admin = kafka().admin();
  await admin.connect();
  const topics = [topic('numbers', 2), topic('odd', 1), topic('many', 1), topic('empty', 3)];
  await admin.createTopics({ waitForLeaders: true, topics });
  await admin.disconnect();
  await send('numbers', 0, [0, 2, 4, 6, 8].map(numbered));
  await send('numbers', 1, [1, 3, 5, 7, 9].map(numbered));
}, 120_000);
afterAll(async () => {
  await center.shutdown();
  rmSync(dataFolder, { recursive: true, force: true });
});

const kafka = () => kafkaClient(center.parts.brokerWatch.bootstrapServers!);
const topic = (name: string, numPartitions: number) => ({
  topic: name,
  numPartitions,
  replicationFactor: 1,
});
const numbered = (number: number): Message => ({
  key: `key-${number}`,
  value: JSON.stringify({ number }),
  timestamp: String(beganMs + number * 1000),
});

async function send(name: string, partition: number, messages: Message[]): Promise<void> {
  const producer = kafka().producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({ topic: name, messages: messages.map((one) => ({ ...one, partition })) });
  await producer.disconnect();
}

async function read(
  request: RequestOf<'kafkaRecords.read'>,
): Promise<ResponseOf<'kafkaRecords.read'>> {
  const answer = await center.api.invoke('kafkaRecords.read', request);
  if (!answer.ok) throw new Error(`${answer.failure.code} ${JSON.stringify(answer.failure.facts)}`);
  return answer.value;
}
const keys = ({ records }: ResponseOf<'kafkaRecords.read'>) =>
  records.map(({ key }) => (key.kind === 'text' ? Number(key.text.replace('key-', '')) : key));

describe('records of the real broker', () => {
  it('come by time over all partitions, from the first to the end or to the limit', async () => {
    const all = await read({ topic: 'numbers', from: { kind: 'earliest' } });
    expect(keys(all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(all).toMatchObject({ stoppedBy: 'end', next: null, scanned: 10 });
    expect(all.records[3]).toEqual({
      partition: 1,
      offset: 1,
      timestampMs: beganMs + 3000,
      key: { kind: 'text', text: 'key-3', sizeBytes: 5, isCut: false },
      value: { kind: 'text', text: '{"number":3}', sizeBytes: 12, isCut: false },
      headers: [],
    });
    const first = await read({ topic: 'numbers', from: { kind: 'earliest' }, limit: 3 });
    expect(keys(first)).toEqual([0, 1, 2]);
    expect(first).toMatchObject({ stoppedBy: 'limit', next: { 0: 2, 1: 1 } });
    const from = { kind: 'offsets', offsets: first.next! } as const;
    expect(keys(await read({ topic: 'numbers', from }))).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('are the newest first from the end', async () => {
    const newest = await read({ topic: 'numbers', limit: 4 });
    expect(keys(newest)).toEqual([9, 8, 7, 6]);
    expect(newest.stoppedBy).toBe('limit');
    const found = await read({ topic: 'numbers', limit: 1, filter: { text: 'KEY-1' } });
    expect(keys(found)).toEqual([1]);
    expect(await read({ topic: 'numbers' })).toMatchObject({ stoppedBy: 'end', scanned: 10 });
  });

  it('begin at an offset, at one of each partition, or at a time; a place beyond is the end', async () => {
    const from = async (start: RequestOf<'kafkaRecords.read'>['from']) =>
      keys(await read({ topic: 'numbers', from: start }));
    expect(await from({ kind: 'offset', offset: 3 })).toEqual([6, 7, 8, 9]);
    expect(await from({ kind: 'offsets', offsets: { 0: 4, 1: 5 } })).toEqual([8]);
    expect(await from({ kind: 'timestamp', atMs: beganMs + 6_500 })).toEqual([7, 8, 9]);
    expect(await from({ kind: 'offset', offset: 99 })).toEqual([]);
    expect(await from({ kind: 'timestamp', atMs: beganMs + 99_000 })).toEqual([]);
    const one = await read({ topic: 'numbers', from: { kind: 'earliest' }, partitions: [1] });
    expect(keys(one)).toEqual([1, 3, 5, 7, 9]);
  });

  it('show nulls, bytes that are no text, headers, and what is cut', async () => {
    const long = 'ä'.repeat(20_000);
    await send('odd', 0, [
      { key: null, value: Buffer.from([0xff, 0x00, 0x80]) },
      { key: 'gone', value: null },
      { key: '', value: long, headers: { reason: ['one', 'two'], stage: 'parse' } },
    ]);
    const { records } = await read({ topic: 'odd', from: { kind: 'earliest' } });
    expect(records.map(({ key, value }) => [key, value])).toEqual([
      [{ kind: 'none' }, { kind: 'binary', base64: '/wCA', sizeBytes: 3, isCut: false }],
      [expect.objectContaining({ text: 'gone' }), { kind: 'none' }],
      [
        expect.objectContaining({ text: '', sizeBytes: 0 }),
        { kind: 'text', text: 'ä'.repeat(10_000), sizeBytes: 40_000, isCut: true },
      ],
    ]);
    expect(
      records[2]!.headers.map(({ name, value }) => [name, value.kind === 'text' && value.text]),
    ).toEqual([
      ['reason', 'one'],
      ['reason', 'two'],
      ['stage', 'parse'],
    ]);
    const alone = await read({ topic: 'odd', from: { kind: 'offset', offset: 2 }, limit: 1 });
    expect(alone.records[0]!.value).toMatchObject({ text: long, isCut: false });
    for (const text of ['STAGE', 'pars', 'ä'.repeat(1_000)])
      expect((await read({ topic: 'odd', filter: { text } })).records).toHaveLength(1);
  });

  it('are searched through many batches; what is not done in time says where to go on', async () => {
    const text = 'x'.repeat(300);
    for (let batch = 0; batch < 20; batch++)
      await send(
        'many',
        0,
        Array.from({ length: 1_000 }, (_, index) => ({
          value: `${text} ${batch * 1000 + index};`,
        })),
      );
    const filter = { text: ' 19990;' };
    const onward = await read({ topic: 'many', from: { kind: 'earliest' }, filter });
    expect(onward.records).toMatchObject([{ offset: 19_990 }]);
    expect(onward).toMatchObject({ scanned: 20_000, stoppedBy: 'end' });
    const back = await read({ topic: 'many', filter: { text: ' 5;' }, limit: 1 });
    expect(back.records).toMatchObject([{ offset: 5 }]);
    const hurried = await readRecords(center.parts.brokerWatch.bootstrapServers!, {
      ...kafkaRecordsRequest.parse({ topic: 'many', from: { kind: 'offset', offset: 7 } }),
      timeoutMs: 0,
    });
    expect(hurried).toMatchObject({ stoppedBy: 'time', scanned: 0, next: { 0: 7 } });
    const request = { topic: 'many', filter: { text: 'none' }, requestId: 'records-1' } as const;
    const running = center.api.invoke('kafkaRecords.read', request);
    await center.api.invoke('request.cancel', { requestId: 'records-1' });
    expect(await running).toMatchObject({ failure: { code: 'REQUEST_CANCELLED' } });
  });

  it('name the topic that is not there; an empty one has none; no group is left behind', async () => {
    expect(await read({ topic: 'empty' })).toMatchObject({ records: [], stoppedBy: 'end' });
    await expect(read({ topic: 'nowhere' })).rejects.toThrow(/TOPIC_UNKNOWN.*nowhere/);
    await expect(read({ topic: 'empty', partitions: [3] })).rejects.toThrow(
      /REQUEST_INVALID.*0 to 2/,
    );
    const admin = kafka().admin();
    await admin.connect();
    expect((await admin.listGroups()).groups).toEqual([]);
    await admin.disconnect();
  });

  it('stand in topics with partitions, offsets, leaders, retention and size', async () => {
    const answer = await center.api.invoke('kafkaTopics.read', {});
    const topics = answer.ok ? answer.value.topics : [];
    expect(topics.map((one) => [one.topic, one.kind])).toEqual([
      ['ventes_stream', 'stream'],
      ['dead-letter-queue', 'deadLetters'],
      ['empty', 'other'],
      ['many', 'other'],
      ['numbers', 'other'],
      ['odd', 'other'],
    ]);
    expect(topics[0]!.retentionMs).toBeGreaterThan(60_000);
    expect(topics[3]!.sizeBytes).toBeGreaterThan(1_000_000);
    const own = { leader: 1, replicas: 1, inSyncReplicas: 1, logStartOffset: 0, logEndOffset: 5 };
    expect(topics[4]!.partitions).toEqual([0, 1].map((partition) => ({ partition, ...own })));
  });
});
