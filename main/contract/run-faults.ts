import { z } from 'zod';

const count = z.object({ expected: z.number().int(), found: z.number().int() });

/**
 * The faults of a `deltadesk run`, each by what was sent and what the tables hold of this run: late
 * events are Silver's rows with a `late:` mark, duplicates and rejected records those of their tables.
 */
export const runFaults = z.object({
  late: count,
  duplicates: count,
  rejected: z.object({ parse: count, schema: count, rule: count }),
});
export type RunFaults = z.infer<typeof runFaults>;
