import { z } from 'zod';

/**
 * Rejected records of one pack, null: of all, over the last `lastMs` milliseconds, null: since the
 * table began.
 */
export const rejectedRequest = z.object({
  pack: z.string().nullable().default(null),
  lastMs: z.number().int().min(60_000).nullable().default(86_400_000),
});
export type RejectedRequest = z.output<typeof rejectedRequest>;

/**
 * How many records a rule refused, of all time (`rows`) and in the asked one (`recentRows`). `rule` is
 * the rule's id, or at stage `schema` the field; `error` what the newest of them was told. `fields`
 * are the fields of the event that the rule looks at.
 */
export const rejectedCount = z.object({
  pack: z.string(),
  stage: z.string(),
  rule: z.string(),
  error: z.string(),
  rows: z.number().int(),
  recentRows: z.number().int(),
  newestAtMs: z.number(),
  fields: z.array(z.string()),
});
export type RejectedCount = z.infer<typeof rejectedCount>;

/**
 * The busiest rule first. `history` has the parts of the asked time, each `partMs` long, in which a
 * rule refused something; of `fromMs` on. `tableVersion` null: no record was ever rejected.
 */
export const rejectedReport = z.object({
  atMs: z.number(),
  tableVersion: z.number().int().nullable(),
  fromMs: z.number(),
  untilMs: z.number(),
  partMs: z.number(),
  counts: z.array(rejectedCount),
  history: z.array(
    z.object({ atMs: z.number(), stage: z.string(), rule: z.string(), rows: z.number().int() }),
  ),
});
export type RejectedReport = z.infer<typeof rejectedReport>;
