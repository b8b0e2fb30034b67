import { z } from 'zod';

/** Where Spark serves its own pages: on loopback, at a port that the system chose. */
export const sparkUiAddress = z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/);

/** The job's line on its stdout that tells it; none where the setting is off. */
export const sparkUiLine = z.object({
  kind: z.literal('sparkUi'),
  atMs: z.number(),
  address: sparkUiAddress,
});
