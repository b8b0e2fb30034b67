import { kafkaClient } from '../kafka/kafka-client';
import { readWholeTopic } from '../kafka/test-whole-topic';
import { deadLetterTopic } from '../kafka/topics';
import { until, type TestCenter } from '../test-center';

/** Sends the values in an order that is kept, and waits until the job has finished with them. */
export async function sendInOrder(
  test: TestCenter,
  topic: string,
  values: readonly (string | Buffer | null)[],
): Promise<void> {
  const sender = kafkaClient(test.parts.brokerWatch.bootstrapServers!).producer();
  await sender.connect();
  for (const value of values) {
    await sender.send({ topic, messages: [{ key: '1', value, partition: 0 }] });
  }
  await sender.disconnect();
  await until(async () => (await test.parts.brokerWatch.readLag()).lag === 0);
}

type DeadLetter = Awaited<ReturnType<typeof readWholeTopic>>[number];

/** The dead-letter queue from its first offset to its last. */
export function readDeadLetters(test: TestCenter): Promise<DeadLetter[]> {
  return readWholeTopic(test.parts.brokerWatch.bootstrapServers!, deadLetterTopic);
}

/** The table of rejected records as the queue should tell it, in the order of offsets. */
export async function rejectedRecords(test: TestCenter): Promise<unknown[][]> {
  const { rows } = await test.parts.reading.runSql({
    sql: `SELECT kafka_topic || '-' || kafka_partition || '-' || kafka_offset AS record, pack, stage,
            rule, error, kafka_topic, kafka_partition, CAST(kafka_offset AS VARCHAR), raw_value
          FROM quality.rejected_records ORDER BY kafka_partition, kafka_offset`,
    rowLimit: 100,
    timeoutMs: 30_000,
  });
  return rows as unknown[][];
}

/** A record of the queue in the form of a row of that table, but for its raw value. */
export function asRejected(record: DeadLetter): unknown[] {
  const value = JSON.parse(String(record.value));
  return [
    String(record.key),
    String(record.headers?.['pack']),
    value.stage,
    value.rule,
    value.error,
    value.original_topic,
    value.original_partition,
    value.original_offset,
  ];
}
