import { z } from 'zod';

/** Offsets by partition number as text: for each partition the next offset to be read. */
export const offsets = z.record(z.string(), z.number().int());

/** Rows that one micro-batch put into each place. */
export const batchRows = z.object({
  input: z.number().int(),
  bronze: z.number().int(),
  silver: z.number().int(),
  duplicates: z.number().int(),
  late: z.number().int(),
  rejected: z.object({
    parse: z.number().int(),
    schema: z.number().int(),
    rule: z.number().int(),
  }),
});
export type BatchRows = z.infer<typeof batchRows>;

const failedQuery = z.object({
  code: z.enum([
    'STREAMING_QUERY_FAILED',
    'STREAMING_OFFSETS_LOST',
    'DEAD_LETTER_QUEUE_UNREACHABLE',
    'PACK_INVALID',
  ]),
  message: z.string(),
  next: z.enum(['retry', 'jobEnds', 'nothing']),
});

const head = { atMs: z.number(), pack: z.string() };

/**
 * One line of the streaming job's stdout after the prefix `@progress `. Times are epoch
 * milliseconds. `batch` is printed when the last aggregate of a micro-batch is committed; its
 * `latencyMs` is the age of the batch's records at that moment as 21 quantiles (0 %, 5 % … 100 %),
 * empty for a batch without records; `tableVersions` holds every table of the pack by
 * `<layer>.<table>`; `replayed` is true when the batch had been committed in whole or part before.
 * `preparing` comes before `started`, while the event ids of Silver are read again: so many rows yet.
 * `schemaChange` is printed once a field and run, before the batch changes a table: events have a
 * field that the pack does not know, or lack an optional one that came before; at what record first.
 * `failed` is told when a pack's query has ended, while those of other packs go on: `next` says
 * whether the job begins it anew, after `retryInMs`; or ends with exit code 1, since none is left or
 * it concerns all; or leaves it so. It runs again once it tells offsets.
 * `latestOffsets` of `progress` is what the broker had when the query planned the batch; null when
 * the query did not ask again, as for a batch that was planned before a restart.
 */
export const progressLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preparing'), ...head, rows: z.number().int() }),
  z.object({ kind: z.literal('started'), ...head, queryId: z.string(), runId: z.string() }),
  z.object({ kind: z.literal('idle'), ...head, endOffsets: offsets }),
  z.object({
    kind: z.literal('batch'),
    ...head,
    batchId: z.number().int(),
    endOffsets: offsets,
    rows: batchRows,
    tableVersions: z.record(z.string(), z.number().int()),
    latencyMs: z.array(z.number()),
    durationMs: z.record(z.string(), z.number()),
    replayed: z.boolean(),
  }),
  z.object({
    kind: z.literal('progress'),
    ...head,
    batchId: z.number().int(),
    numInputRows: z.number(),
    inputRowsPerSecond: z.number(),
    processedRowsPerSecond: z.number(),
    durationMs: z.record(z.string(), z.number()),
    endOffsets: offsets,
    latestOffsets: offsets.nullable().default(null),
  }),
  z.object({
    kind: z.literal('failed'),
    ...head,
    ...failedQuery.shape,
    retryInMs: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('schemaChange'),
    ...head,
    change: z.enum(['new', 'missing']),
    field: z.string(),
    partition: z.number().int(),
    offset: z.number().int(),
  }),
  z.object({ kind: z.literal('stopped'), ...head }),
]);
export type ProgressLine = z.infer<typeof progressLine>;
export type BatchLine = Extract<ProgressLine, { kind: 'batch' }>;

/**
 * What the query itself said last about its place in the topic, at `atMs`: the next offsets it needs
 * and those that the broker had then. A query that is idle has found nothing new: both are equal.
 */
export const ownOffsets = z.object({
  atMs: z.number(),
  endOffsets: offsets,
  latestOffsets: offsets,
});
export type OwnOffsets = z.infer<typeof ownOffsets>;

/**
 * What the control center knows of a pack's streaming query; null = not reported yet. `failure` is
 * null while the query runs; its `retryAtMs` while the job does not begin it anew.
 */
export const streamingStatus = z.object({
  queryId: z.string().nullable(),
  runId: z.string().nullable(),
  lastReportAtMs: z.number().nullable(),
  lastBatchId: z.number().int().nullable(),
  endOffsets: offsets.nullable(),
  ownOffsets: ownOffsets.nullable(),
  rows: batchRows,
  inputRowsPerSecond: z.number().nullable(),
  processedRowsPerSecond: z.number().nullable(),
  batchDurationMs: z.number().nullable(),
  /** Spark's own parts of the newest batch, such as `addBatch`, by its names. */
  batchPartsMs: z.record(z.string(), z.number()).nullable(),
  latencyMs: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable(),
  failure: failedQuery.extend({ retryAtMs: z.number().nullable() }).nullable(),
});
export type StreamingStatus = z.infer<typeof streamingStatus>;
