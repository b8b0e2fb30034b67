import { z } from 'zod';

/** Files and bytes that are copied so far, of all. */
export const moveProgress = z.object({
  files: z.number().int(),
  sizeBytes: z.number(),
  ofFiles: z.number().int(),
  ofSizeBytes: z.number(),
});
export type MoveProgress = z.infer<typeof moveProgress>;

/** `run/moved-from.json` in a folder that was moved to: what the old one held then. */
export const movedFrom = z.object({
  from: z.string(),
  atUtc: z.string(),
  files: z.number().int(),
  sizeBytes: z.number(),
});
export type MovedFrom = z.infer<typeof movedFrom>;

/** A data folder that was copied and verified; `tables` are those whose rows were compared. */
export const moveDone = z.object({
  from: z.string(),
  to: z.string(),
  files: z.number().int(),
  sizeBytes: z.number(),
  tables: z.number().int(),
  removedOld: z.boolean(),
  /** Starts that name no folder use the new one from now on. */
  isUsual: z.boolean(),
  tookMs: z.number(),
});
export type MoveDone = z.infer<typeof moveDone>;
