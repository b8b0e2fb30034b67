import { setTimeout as delay } from 'node:timers/promises';
import type { KafkaMessage } from 'kafkajs';
import { kafkaClient } from './kafka-client';

const deadlineMs = 60_000;

/** For tests: a topic of one partition from its first offset to its last, by a consumer of its own. */
export async function readWholeTopic(
  bootstrapServers: string,
  topic: string,
): Promise<KafkaMessage[]> {
  const kafka = kafkaClient(bootstrapServers);
  const endMs = Date.now() + deadlineMs;
  const admin = kafka.admin();
  await admin.connect();
  const [end] = await admin.fetchTopicOffsets(topic);
  const groupId = `test-${Date.now()}`;
  // The first group of a broker has to wait until the topic of group offsets is made.
  const hasGroups = () =>
    admin.fetchOffsets({ groupId, topics: [topic] }).then(
      () => true,
      () => false,
    );
  while (!(await hasGroups()) && Date.now() < endMs) await delay(50);
  await admin.disconnect();
  // Its disconnect waits for the answer to its last question.
  const options = { groupId, maxBytesPerPartition: 10_000_000, maxWaitTimeInMs: 100 };
  const consumer = kafka.consumer(options);
  const records: KafkaMessage[] = [];
  const crashes: Error[] = [];
  consumer.on('consumer.crash', ({ payload }) => void crashes.push(payload.error));
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => void records.push(message) });
  while (records.length < Number(end?.high) && Date.now() < endMs) await delay(50);
  await consumer.disconnect();
  if (records.length >= Number(end?.high)) return records;
  throw new Error(`${records.length} of ${end?.high} records came; crashes: ${crashes}`);
}
