import { z } from 'zod';

/** What a window keeps over restarts, such as the columns of a grid: a small text under a name. */
const keptName = z.string().regex(/^[A-Za-z0-9_.-]{1,120}$/);

export const keptTexts = z.object({ texts: z.record(z.string(), z.string()) });
export type KeptTexts = z.infer<typeof keptTexts>;

/** Null forgets it. */
export const keepTextRequest = z.object({
  name: keptName,
  text: z.string().max(20_000).nullable(),
});
export type KeepTextRequest = z.infer<typeof keepTextRequest>;
