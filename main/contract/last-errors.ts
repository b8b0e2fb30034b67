import { z } from 'zod';
import { eventTold } from './event-told';

/** The newest error of each part that the event log of the last 24 hours has; none for the others. */
export const lastErrors = z.object({
  errors: z.array(
    z.object({
      component: z.string(),
      message: z.string(),
      /** The message for other languages; null where it has its text alone. */
      told: eventTold.nullable(),
      atMs: z.number(),
    }),
  ),
});
export type LastError = z.infer<typeof lastErrors>['errors'][number];
