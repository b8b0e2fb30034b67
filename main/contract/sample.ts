import { z } from 'zod';

/**
 * Whose tables the window shows: those of the data folder, or those of the sample that is shipped,
 * which are read-only and need no start (ux.md section 3).
 */
export const lakehouse = z.enum(['own', 'sample']);
export type Lakehouse = z.infer<typeof lakehouse>;

/** What the shipped sample tells of itself: `sample.json` in its folder. */
export const sampleManifest = z.object({
  pack: z.string(),
  /** Event times of its records lie between these two, but for late ones. */
  fromMs: z.number(),
  toMs: z.number(),
});
export type SampleManifest = z.infer<typeof sampleManifest>;
