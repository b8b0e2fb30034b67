import { z } from 'zod';

/** What the host opens in the place of the instance that ends. */
export const reopening = z
  .object({ dataFolder: z.string(), startPipeline: z.boolean() })
  .readonly();
export type Reopening = z.infer<typeof reopening>;

/** What a desktop ends with that told its starter, by a message, what to open in its place. */
export const reopenExitCode = 75;
