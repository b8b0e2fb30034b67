import { z } from 'zod';
import { jsonCondition } from './json-condition';
import { textSearch } from './log-search';
import { requestId } from './running-request';

const offset = z.number().int().min(0);
const topicName = z.string().min(1).max(249);

/**
 * Where reading begins. `latest` is the newest records, `end` none, only where they end; `offset` one place in every partition,
 * `offsets` one in each named partition (the others begin at their first record); `timestamp` the
 * first record that is not older. A place that is not kept (any more) becomes the nearest that is.
 */
export const recordsFrom = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('earliest') }),
  z.object({ kind: z.literal('latest') }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('offset'), offset }),
  z.object({ kind: z.literal('offsets'), offsets: z.record(z.string().regex(/^\d+$/), offset) }),
  z.object({ kind: z.literal('timestamp'), atMs: z.number().int().min(0) }),
]);
export type RecordsFrom = z.infer<typeof recordsFrom>;

/** A header of this name whose value has the text; null: any value. */
export const headerCondition = z.object({
  name: z.string().min(1).max(1_000),
  value: z.string().max(1_000).nullable().default(null),
});
export type HeaderCondition = z.output<typeof headerCondition>;

/**
 * Records of a topic as the broker has them; nothing is committed and no consumer group is made.
 * `partitions` null is all. `filter` is sought in key, value, and names and values of headers; `key`
 * in the key alone; all conditions that are given must hold.
 */
export const kafkaRecordsRequest = z.object({
  topic: topicName,
  from: recordsFrom.default({ kind: 'latest' }),
  partitions: z.array(z.number().int().min(0)).min(1).max(1_000).nullable().default(null),
  filter: textSearch.nullable().default(null),
  key: textSearch.nullable().default(null),
  headers: z.array(headerCondition).max(5).default([]),
  json: jsonCondition.nullable().default(null),
  limit: z.number().int().min(1).max(5_000).default(100),
  timeoutMs: z.number().int().min(100).max(60_000).default(10_000),
  requestId: requestId.optional(),
});
export type KafkaRecordsRequest = z.output<typeof kafkaRecordsRequest>;

/**
 * Bytes for a person: `none` is Kafka's null (as a value: a tombstone), `text` valid UTF-8, `binary`
 * anything else as base64. `isCut`: only the beginning stands here; `sizeBytes` is always the whole.
 */
export const shownBytes = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    sizeBytes: z.number().int(),
    isCut: z.boolean(),
  }),
  z.object({
    kind: z.literal('binary'),
    base64: z.string(),
    sizeBytes: z.number().int(),
    isCut: z.boolean(),
  }),
]);
export type ShownBytes = z.infer<typeof shownBytes>;

/** `timestampMs` is epoch milliseconds, null when the record carries none. */
export const kafkaRecord = z.object({
  partition: z.number().int(),
  offset: z.number().int(),
  timestampMs: z.number().nullable(),
  key: shownBytes,
  value: shownBytes,
  headers: z.array(z.object({ name: z.string(), value: shownBytes })),
});
export type KafkaRecord = z.infer<typeof kafkaRecord>;

/**
 * `records` by time, partition and offset: newest first from `latest`, else oldest first. `scanned`
 * counts the records that were looked at. `stoppedBy`: the end offsets of the moment of asking (or,
 * from `latest`, the first records), the limit, or the time. `next` is where to go on, by partition;
 * null from `latest` and when nothing is left. `reached` is the offset behind what was looked at and
 * `ends` the log end offset of each partition that was asked for: reading `offsets` from `reached` on
 * misses nothing that comes later.
 */
export const kafkaRecords = z.object({
  topic: z.string(),
  records: z.array(kafkaRecord),
  scanned: z.number().int(),
  stoppedBy: z.enum(['end', 'limit', 'time']),
  next: z.record(z.string(), offset).nullable(),
  reached: z.record(z.string(), offset),
  ends: z.record(z.string(), offset),
  elapsedMs: z.number(),
});
export type KafkaRecords = z.infer<typeof kafkaRecords>;
