import { z } from 'zod';

/**
 * What is known of one of the app's own tables without copying it: its rows, the newest of their times
 * (null without a row), and the bytes of the history's file that it takes (null while its rows only
 * wait to be put there). The bytes of all tables add up to the blocks of the file that are in use.
 */
export const opsTableFacts = z.object({
  table: z.string(),
  rows: z.number().int(),
  newestAtMs: z.number().nullable(),
  sizeBytes: z.number().int().nullable(),
});
export type OpsTableFacts = z.infer<typeof opsTableFacts>;

/** Empty while the sample is open, whose history is not written. */
export const opsFacts = z.object({ tables: z.array(opsTableFacts) });
export type OpsFacts = z.infer<typeof opsFacts>;
