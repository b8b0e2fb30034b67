import { z } from 'zod';

/**
 * Lag of one partition. Offsets are numbers after a safe-integer check at the Kafka edge.
 * `currentOffset` is the next offset the streaming query needs, null before its first batch.
 * `lag` = `logEndOffset - currentOffset` in records, null when either is null. `queryLag` is the
 * same by the query's own last report (what the broker had when it planned its last batch, minus the
 * end of that batch), null when it has not reported. `lagSeconds`, `trendPerSecond` and
 * `secondsToZero` say of the partition what `TopicLag` says of the topic.
 */
export const partitionLag = z.object({
  partition: z.number().int(),
  logStartOffset: z.number().int().nullable(),
  logEndOffset: z.number().int().nullable(),
  currentOffset: z.number().int().nullable(),
  lag: z.number().int().nullable(),
  queryLag: z.number().int().nullable(),
  lagSeconds: z.number().nullable(),
  trendPerSecond: z.number().nullable(),
  secondsToZero: z.number().nullable(),
});
export type PartitionLag = z.infer<typeof partitionLag>;

/**
 * Lag of a topic. `lag` is the sum over its partitions, null when one is null. `lagSeconds` is the
 * age in seconds of the oldest unread record, 0 when nothing is unread, null when unknown.
 * `trendPerSecond` is how fast `lag` changes (negative: it falls) over the last half minute, and
 * `secondsToZero` the time left at that pace; null before there are enough samples, the second also
 * while the lag does not fall. `queryLag` is the sum of the query's own figures, `queryReportedAtMs`
 * when it told them; both null while it has not.
 */
export const topicLag = z.object({
  topic: z.string(),
  atMs: z.number(),
  lag: z.number().int().nullable(),
  lagSeconds: z.number().nullable(),
  trendPerSecond: z.number().nullable(),
  secondsToZero: z.number().nullable(),
  queryLag: z.number().int().nullable(),
  queryReportedAtMs: z.number().nullable(),
  partitions: z.array(partitionLag),
});
export type TopicLag = z.infer<typeof topicLag>;

/**
 * Key and value of one record in bytes that fit into the 1,048,588 bytes which the broker takes by
 * default, with what frames them.
 */
export const largestRecordBytes = 1_048_000;

/** The producer's counters since it was created; rates in records per second. */
export const producerStatus = z.object({
  state: z.enum(['stopped', 'running', 'paused']),
  ratePerSecond: z.number(),
  sentPerSecond: z.number(),
  produced: z.number().int(),
  acknowledged: z.number().int(),
  repeatedSends: z.number().int(),
  failed: z.number().int(),
  lastRecord: z.string().nullable(),
});
export type ProducerStatus = z.infer<typeof producerStatus>;
