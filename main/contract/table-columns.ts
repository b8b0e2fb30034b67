import { z } from 'zod';

/** What a statement may name: every table, view and table of the app, each with its columns. */
export const tableColumns = z.object({
  tables: z.array(
    z.object({
      /** `<layer>.<table>` or `ops.<name>`. */
      table: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
    }),
  ),
});
export type TableColumns = z.infer<typeof tableColumns>;
