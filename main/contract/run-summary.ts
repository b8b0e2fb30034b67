import { z } from 'zod';
import { runFaults } from './run-faults';

/**
 * What `deltadesk run` prints at its end. Counts are of this run alone; `revenue` is the exact sum
 * of revenue over all groups of the pack's headline aggregate, as decimal text; times in
 * milliseconds; `latencyMs` runs from the broker's timestamp of a record to the commit of the
 * aggregates that contain it; null where the run had no such record. `faults` is null where none was
 * asked for; `alongside` has the other packs of the run.
 */
export const runSummary = z.object({
  produced: z.number().int(),
  acknowledged: z.number().int(),
  repeatedSends: z.number().int(),
  bronze: z.number().int(),
  silver: z.number().int(),
  rejected: z.object({
    parse: z.number().int(),
    schema: z.number().int(),
    rule: z.number().int(),
  }),
  duplicates: z.number().int(),
  late: z.number().int(),
  revenue: z.string(),
  faults: runFaults.nullable(),
  latencyMs: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable(),
  firstRowMs: z.number().nullable(),
  wallMs: z.number(),
  ledger: z.enum(['ok', 'broken']),
  alongside: z.array(
    z.object({
      pack: z.string(),
      acknowledged: z.number().int(),
      silver: z.number().int(),
      ledger: z.enum(['ok', 'broken']),
    }),
  ),
});
export type RunSummary = z.infer<typeof runSummary>;
