import { ConfigResourceTypes, type KafkaMessage } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kafkaClient } from '../kafka/kafka-client';
import { deadLetterTopic } from '../kafka/topics';
import { TestCenter, until } from '../test-center';

const topic = 'ventes_stream';
let test: TestCenter;
beforeAll(async () => {
  test = await TestCenter.create({ producer: { ratePerSecond: 1, seed: 5, count: 1 } });
  await test.start();
});
afterAll(() => test?.close());

const kafka = () => kafkaClient(test.parts.brokerWatch.bootstrapServers ?? '');

/** Sends the values in an order that is kept, and waits until the job has finished with them. */
async function send(values: (string | Buffer | null)[]): Promise<void> {
  const sender = kafka().producer();
  await sender.connect();
  for (const value of values) {
    await sender.send({ topic, messages: [{ key: '1', value, partition: 0 }] });
  }
  await sender.disconnect();
  await until(async () => (await test.parts.brokerWatch.readLag()).lag === 0);
}

/** The dead-letter queue from its first offset to its last. */
async function readQueue(): Promise<KafkaMessage[]> {
  const admin = kafka().admin();
  await admin.connect();
  const [end] = await admin.fetchTopicOffsets(deadLetterTopic);
  const groupId = `test-${Date.now()}`;
  // The first group of a broker has to wait until the topic of group offsets is made.
  await until(() =>
    admin.fetchOffsets({ groupId, topics: [deadLetterTopic] }).then(
      () => true,
      () => false,
    ),
  );
  await admin.disconnect();
  const consumer = kafka().consumer({ groupId, maxBytesPerPartition: 10_000_000 });
  const records: KafkaMessage[] = [];
  const crashes: Error[] = [];
  consumer.on('consumer.crash', ({ payload }) => void crashes.push(payload.error));
  await consumer.connect();
  await consumer.subscribe({ topic: deadLetterTopic, fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => void records.push(message) });
  try {
    await until(() => records.length >= Number(end?.high), 60_000);
  } catch {
    throw new Error(`${records.length} of ${end?.high} records came; crashes: ${crashes}`);
  } finally {
    await consumer.disconnect();
  }
  return records;
}

/** The table of rejected records as the queue should tell it, in the order of offsets. */
async function rejectedRecords(): Promise<unknown[][]> {
  const { rows } = await test.parts.reading.runSql({
    sql: `SELECT kafka_topic || '-' || kafka_partition || '-' || kafka_offset AS record, pack, stage,
            rule, error, kafka_topic, kafka_partition, CAST(kafka_offset AS VARCHAR), raw_value
          FROM quality.rejected_records ORDER BY kafka_partition, kafka_offset`,
    rowLimit: 100,
    timeoutMs: 30_000,
  });
  return rows as unknown[][];
}

function asRow(record: KafkaMessage): unknown[] {
  const value = JSON.parse(String(record.value));
  return [
    String(record.key),
    String(record.headers?.pack),
    value.stage,
    value.rule,
    value.error,
    value.original_topic,
    value.original_partition,
    value.original_offset,
  ];
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
    await send(bad);
    const [records, rows] = [await readQueue(), await rejectedRecords()];
    expect(records.map(asRow)).toEqual(rows.map((row) => row.slice(0, -1)));
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
    const admin = kafka().admin();
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
    await send(['x'.repeat(1_040_000), 'small']);
    const values = (await readQueue()).map((record) => JSON.parse(String(record.value)));
    const added = values.slice(bad.length).sort((a, b) => a.original_offset - b.original_offset);
    expect(added).toMatchObject([
      { truncated: true, original_event: 'x'.repeat(100_000) },
      { original_event: 'small' },
    ]);
    expect(await rejectedRecords()).toHaveLength(bad.length + 2);
  });
});
