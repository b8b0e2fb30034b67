import { z } from 'zod';
import { ledgerRule } from './ledger';
import { requestId } from './running-request';

/** The steps of a run once, in order (floor.md S2-7). */
export const runOnceSteps = [
  'check',
  'start',
  'send',
  'bronze',
  'silver',
  'aggregates',
  'verify',
] as const;
export type RunOnceStep = (typeof runOnceSteps)[number];

export const runOnceRequest = z.object({
  events: z.number().int().min(1).max(10_000).default(50),
  requestId: requestId.optional(),
});

/**
 * A run once: so many events were sent and followed through all layers. Counts are of these events
 * alone; rejected and duplicate ones count where they stayed. `tookMs` of a step in milliseconds.
 */
export const runOnceDone = z.object({
  events: z.number().int(),
  acknowledged: z.number().int(),
  bronze: z.number().int(),
  silver: z.number().int(),
  rejected: z.number().int(),
  duplicates: z.number().int(),
  ledger: z.enum(['ok', 'broken']),
  /** The first finding of the ledger; null when it closes. */
  finding: ledgerRule.shape.finding,
  /** Whether it had to start the pipeline, which is then stopped again. */
  started: z.boolean(),
  steps: z.array(z.object({ name: z.enum(runOnceSteps), atMs: z.number(), tookMs: z.number() })),
  tookMs: z.number(),
});
export type RunOnceDone = z.infer<typeof runOnceDone>;
