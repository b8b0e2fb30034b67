import { z } from 'zod';

export const layers = ['bronze', 'silver', 'gold', 'quality'] as const;

/** A table as `<layer>.<table>`, e.g. `silver.orders_clean`; its folder is `delta/<layer>/<table>`. */
export const tableName = z.string().regex(/^(bronze|silver|gold|quality)\.[a-z0-9_]+$/);
export type TableName = z.infer<typeof tableName>;

/**
 * A table at its newest version. `rows` is null when a file carries no statistics.
 * `committedAtMs` is the commit's own time.
 */
export const tableSummary = z.object({
  table: tableName,
  tableVersion: z.number().int(),
  committedAtMs: z.number(),
  rows: z.number().int().nullable(),
  liveFiles: z.number().int(),
  sizeBytes: z.number().int(),
});
export type TableSummary = z.infer<typeof tableSummary>;
