import { z } from 'zod';

/** A value at a time, epoch milliseconds; null: nothing was measured from here to the next point. */
export const measuredPoint = z.tuple([z.number(), z.number().nullable()]);
export type MeasuredPoint = z.infer<typeof measuredPoint>;

/** The lag of a topic over the last `lastMs` milliseconds, of at most the 24 hours that are kept. */
export const lagHistoryRequest = z.object({
  topic: z.string().min(1).max(249),
  lastMs: z.number().int().min(60_000).max(86_400_000).default(3_600_000),
});
export type LagHistoryRequest = z.output<typeof lagHistoryRequest>;

/** One line of the chart: a partition, or null for the topic as a whole. Points oldest first. */
export const lagLine = z.object({
  partition: z.number().int().nullable(),
  records: z.array(measuredPoint),
  seconds: z.array(measuredPoint),
});
export type LagLine = z.infer<typeof lagLine>;

/**
 * The topic's line first, then its partitions. At most 2,000 points of a measure over all lines: of
 * longer times the lowest and the highest of each part stay. No line without a sample.
 */
export const lagHistory = z.object({
  topic: z.string(),
  fromMs: z.number(),
  untilMs: z.number(),
  samples: z.number().int(),
  lines: z.array(lagLine),
});
export type LagHistory = z.infer<typeof lagHistory>;
