import { z } from 'zod';
import { bronzeOfTopic } from './bronze-of-topic';

/** `leader` is the node's id, null while the partition has none. */
export const kafkaPartition = z.object({
  partition: z.number().int(),
  leader: z.number().int().nullable(),
  replicas: z.number().int(),
  inSyncReplicas: z.number().int(),
  logStartOffset: z.number().int(),
  logEndOffset: z.number().int(),
});
export type KafkaPartition = z.infer<typeof kafkaPartition>;

/**
 * One topic. `bronze` is where a running pack puts its records, null where none does or the table
 * does not tell offsets. `retentionMs` null: kept for ever, or not told. `sizeBytes` is what the local broker
 * has on disk, null for a broker elsewhere.
 */
export const kafkaTopic = z.object({
  topic: z.string(),
  kind: z.enum(['stream', 'deadLetters', 'other', 'internal']),
  partitions: z.array(kafkaPartition),
  retentionMs: z.number().nullable(),
  sizeBytes: z.number().nullable(),
  bronze: bronzeOfTopic.nullable(),
});
export type KafkaTopic = z.infer<typeof kafkaTopic>;

/** The topics of the broker at one moment: streams first, then the dead letters, internal ones last. */
export const kafkaTopics = z.object({ atMs: z.number(), topics: z.array(kafkaTopic) });
export type KafkaTopics = z.infer<typeof kafkaTopics>;
