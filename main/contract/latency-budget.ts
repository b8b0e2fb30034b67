import { z } from 'zod';

/** Milliseconds. */
export const latencyQuantiles = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });
export type LatencyQuantiles = z.infer<typeof latencyQuantiles>;

/** The hops that the control center can measure, in the order of a record's way. */
export const latencyHops = ['broker', 'bronze', 'silver', 'gold'] as const;
export type LatencyHop = (typeof latencyHops)[number];

const perHop = latencyQuantiles.nullable();

/**
 * Where a record's time goes, over the records of the last `spanMs`; null = none in that span.
 * `broker`: made by the producer → appended by the broker. `bronze`: → Bronze commit, `silver`: →
 * Silver commit, `gold`: → commit of the last aggregate, each from the one before. `total`: broker →
 * last aggregate. `bronzeLimitMs` is the alert's line for `bronze`.
 */
export const latencyBudget = z.object({
  pack: z.string(),
  spanMs: z.number(),
  bronzeLimitMs: z.number(),
  hops: z.object({ broker: perHop, bronze: perHop, silver: perHop, gold: perHop }),
  total: perHop,
});
export type LatencyBudget = z.infer<typeof latencyBudget>;
