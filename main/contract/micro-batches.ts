import { z } from 'zod';
import { tableName } from './delta';
import { batchRows, offsets } from './streaming';

/** `pack` absent: the shown one. */
export const microBatchesRequest = z.object({
  pack: z.string().max(64).optional(),
  limit: z.number().int().min(1).max(500).default(50),
});
export type MicroBatchesRequest = z.output<typeof microBatchesRequest>;

/**
 * One micro-batch that is committed. `partsMs` are the job's own parts in milliseconds, `total` among
 * them. `startOffsets` and `watermarkMs` (epoch milliseconds) come from the batch's row in
 * `quality.batches`: null without one, the watermark also while there is none yet.
 */
export const microBatch = z.object({
  batchId: z.number().int(),
  endedAtMs: z.number(),
  rows: batchRows,
  partsMs: z.record(z.string(), z.number()),
  startOffsets: offsets.nullable(),
  endOffsets: offsets,
  watermarkMs: z.number().nullable(),
  /** Of its records, from the broker to the last aggregate; null without records. */
  latencyP50Ms: z.number().nullable(),
  latencyP95Ms: z.number().nullable(),
  replayed: z.boolean(),
});
export type MicroBatch = z.infer<typeof microBatch>;

/**
 * The newest micro-batches of a pack, the oldest of them first, none before the first batch; and what
 * they read and write first.
 */
export const microBatches = z.object({
  pack: z.string(),
  topic: z.string(),
  bronzeTable: tableName,
  silverTable: tableName,
  triggerIntervalMs: z.number(),
  batches: z.array(microBatch),
});
export type MicroBatches = z.infer<typeof microBatches>;
