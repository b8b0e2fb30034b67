import type { Admin } from 'kafkajs';
import { failed } from '../contract/failure';
import type { KafkaRecordsRequest, RecordsFrom } from '../contract/kafka-records';
import { readTopicOffsets, toOffset, type PartitionOffsets } from './topic-offsets';

/** Offsets of one partition that are to be read: from `start`, up to but without `end`. */
export interface PartitionRange {
  readonly partition: number;
  /** First offset that the log still has. */
  readonly first: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What a request reads of each partition, by the offsets of this moment. Fails with `TOPIC_UNKNOWN`,
 * and with `REQUEST_INVALID` for a partition that the topic does not have.
 */
export async function planRecords(
  admin: Admin,
  { topic, from, partitions }: KafkaRecordsRequest,
): Promise<PartitionRange[]> {
  const known = await admin.listTopics();
  if (!known.includes(topic)) throw failed('TOPIC_UNKNOWN', { topic });
  const offsets = await readTopicOffsets(admin, topic);
  const missing = partitions?.find((one) => !offsets.some(({ partition }) => partition === one));
  if (missing !== undefined) {
    const reason = `${topic} has partitions 0 to ${offsets.length - 1}, not ${missing}`;
    throw failed('REQUEST_INVALID', { name: 'kafkaRecords.read', reason });
  }
  const byTime = from.kind === 'timestamp' ? await offsetsAt(admin, topic, from.atMs) : null;
  return offsets
    .filter(({ partition }) => partitions === null || partitions.includes(partition))
    .map((one) => {
      const { partition, logStartOffset: first, logEndOffset: end } = one;
      const wanted = byTime ? (byTime.get(partition) ?? end) : startOf(from, one);
      return { partition, first, end, start: Math.min(end, Math.max(first, wanted)) };
    });
}

function startOf(from: RecordsFrom, offsets: PartitionOffsets): number {
  switch (from.kind) {
    case 'offset':
      return from.offset;
    case 'offsets':
      return from.offsets[String(offsets.partition)] ?? offsets.logStartOffset;
    case 'latest':
    case 'end':
      return offsets.logEndOffset;
    default:
      return offsets.logStartOffset;
  }
}

/** First offset of each partition whose record is not older than the time. */
async function offsetsAt(admin: Admin, topic: string, atMs: number): Promise<Map<number, number>> {
  const found = await admin.fetchTopicOffsetsByTimestamp(topic, atMs);
  return new Map(
    found
      .filter(({ offset }) => Number(offset) >= 0)
      .map(({ partition, offset }) => [partition, toOffset(offset)]),
  );
}
