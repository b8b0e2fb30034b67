import { z } from 'zod';
import { measuredPoint } from './lag-history';

/** Live files and bytes of a table over the last `lastMs`, of at most the 24 hours that are kept. */
export const tableGrowthRequest = z.object({
  table: z.string().min(1).max(200),
  lastMs: z.number().int().min(60_000).max(86_400_000).default(3_600_000),
});
export type TableGrowthRequest = z.infer<typeof tableGrowthRequest>;

/**
 * What was measured of a table every five seconds while the pipeline ran, oldest first: at most 2,000
 * points of each; of longer times the lowest and the highest of each part stay. Empty: nothing was.
 */
export const tableGrowth = z.object({
  table: z.string(),
  fromMs: z.number(),
  untilMs: z.number(),
  files: z.array(measuredPoint),
  bytes: z.array(measuredPoint),
});
export type TableGrowth = z.infer<typeof tableGrowth>;
