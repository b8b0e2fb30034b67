import { ConfigResourceTypes } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeLagAgreement, lagAgreement } from '../contract/lag-agreement';
import { kafkaClient } from '../kafka/kafka-client';
import { deadLetterTopic } from '../kafka/topics';
import { TestCenter, until } from '../test-center';
import { asRejected, readDeadLetters, rejectedRecords, sendInOrder } from './test-dead-letters';

const topic = 'ventes_stream';
let test: TestCenter;
/** All of its own events are in the tables: what comes then is sent by the cases, one after the other. */
beforeAll(async () => {
  test = await TestCenter.create({ producer: { ratePerSecond: 400, seed: 5, count: 600 } });
  await test.start();
  await until(() => test.parts.producer.isComplete);
  await bothAreZero();
});
afterAll(() => test?.close());

const readLag = () => test.ask('lag.read', {});

const bothAreZero = () =>
  vi.waitFor(
    async () => {
      const lag = await readLag();
      expect(lag).toMatchObject({ lag: 0, queryLag: 0 });
      expect(lag.partitions.every((one) => lagAgreement(one).kind === 'agrees')).toBe(true);
    },
    { timeout: 90_000, interval: 200 },
  );

async function sendNonsense(count: number): Promise<void> {
  const producer = kafkaClient(test.parts.brokerWatch.bootstrapServers!).producer();
  await producer.connect();
  const messages = Array.from({ length: count }, () => ({ partition: 0, value: 'not an event' }));
  await producer.send({ topic, acks: -1, messages });
  await producer.disconnect();
}

const sale = {
  vente_id: 1,
  client_id: 1,
  produit_id: 101,
  timestamp: '2025-12-22T10:30:45.123456Z',
  quantite: 2,
  montant: 1799.98,
  pays: 'France',
  segment: 'Particulier',
  prix_unitaire: 899.99,
  event_id: '01KD2SS2437Z3N5QK8R1W4X9AB',
  schema_version: 1,
};
const bad = [
  'not json',
  '[1]',
  null,
  Buffer.from([0xff, 0xfe, 0x80]),
  JSON.stringify({ ...sale, quantite: 'two' }),
  JSON.stringify({ ...sale, client_id: 999_999 }),
  JSON.stringify({ ...sale, schema_version: 2 }),
  // Just below the broker's limit; in JSON each of these characters takes six bytes.
  '\u0000'.repeat(1_040_000),
];

describe('the dead-letter queue of the real job on the real broker', () => {
  it('holds each rejected record as the table does', async () => {
    await sendInOrder(test, topic, bad);
    const [records, rows] = [await readDeadLetters(test), await rejectedRecords(test)];
    expect(records.map(asRejected)).toEqual(rows.map((row) => row.slice(0, -1)));
    expect(rows.map((row) => row[2])).toEqual([
      'parse',
      'parse',
      'parse',
      'parse',
      'schema',
      'rule',
      'schema',
      'parse',
    ]);
    const values = records.map((record) => JSON.parse(String(record.value)));
    expect(Object.keys(values[0]).slice(0, 4)).toEqual([
      'original_event',
      'error',
      'original_topic',
      'timestamp',
    ]);
    expect(values.map((value) => value.original_event)).toEqual([
      ...rows.slice(0, 4).map((row) => row.at(-1)),
      ...bad.slice(4, 7).map((text) => JSON.parse(String(text))),
      bad.at(-1),
    ]);
    expect(values.map((value) => value.encoding)).toMatchObject({ 3: 'base64' });
    expect(new Set(values.map((value) => value.event_id)).size).toBe(bad.length);
  });

  it('truncates with a mark what the topic does not take', async () => {
    const admin = kafkaClient(test.parts.brokerWatch.bootstrapServers!).admin();
    await admin.connect();
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: ConfigResourceTypes.TOPIC,
          name: deadLetterTopic,
          configEntries: [{ name: 'max.message.bytes', value: '1000000' }],
        },
      ],
    });
    await admin.disconnect();
    await sendInOrder(test, topic, ['x'.repeat(1_040_000), 'small']);
    const values = (await readDeadLetters(test)).map((record) => JSON.parse(String(record.value)));
    const added = values.slice(bad.length).sort((a, b) => a.original_offset - b.original_offset);
    expect(added).toMatchObject([
      { truncated: true, original_event: 'x'.repeat(100_000) },
      { original_event: 'small' },
    ]);
    expect(await rejectedRecords(test)).toHaveLength(bad.length + 2);
  });
});

describe('the lag by the broker and by the query itself', () => {
  it('is 0 by both when nothing comes, differs while the job is held, and agrees again', async () => {
    await bothAreZero();
    const pid = test.pidOf('streamingJob');
    const before = (await readLag()).queryReportedAtMs!;
    process.kill(pid, 'SIGSTOP');
    try {
      await sendNonsense(30);
      const held = await readLag();
      expect(held).toMatchObject({ lag: 30, queryLag: 0 });
      expect(lagAgreement(held.partitions[0]!)).toEqual({
        kind: 'differs',
        differenceRecords: 30,
      });
      expect(describeLagAgreement(held)).toMatch(/a difference is normal/);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    // The batch is told as soon as it is committed; Spark's own figures of it come a moment later.
    await vi.waitFor(
      async () => expect((await readLag()).queryReportedAtMs).toBeGreaterThan(before),
      { timeout: 30_000, interval: 50 },
    );
    await bothAreZero();
    const overview = await test.ask('overview.read', {});
    expect(overview).toMatchObject({ lag: { lag: 0, queryLag: 0 } });
  });
});
