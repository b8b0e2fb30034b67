import { z } from 'zod';

/** The newest error of each part that the event log of the last 24 hours has; none for the others. */
export const lastErrors = z.object({
  errors: z.array(z.object({ component: z.string(), message: z.string(), atMs: z.number() })),
});
export type LastError = z.infer<typeof lastErrors>['errors'][number];
