import { z } from 'zod';
import { tableSummary } from './delta';

/**
 * What a reset deletes (floor.md S2-16): `checkpoints` = the streaming queries' memory, the tables
 * stay; `data` = tables and checkpoints, both are made again from the topics; `everything` = topics
 * and the producer's record too.
 */
export const resetLevel = z.enum(['checkpoints', 'data', 'everything']);
export type ResetLevel = z.infer<typeof resetLevel>;

/**
 * Where the new checkpoints begin: `latest` = where the tables end, so that nothing is read twice;
 * `earliest` = the topic's first record, passing over what the tables hold.
 */
export const resetFrom = z.enum(['earliest', 'latest']);
export type ResetFrom = z.infer<typeof resetFrom>;

/** One folder below the data folder. Links in it are counted as links, never followed. */
export const measuredFolder = z.object({
  what: z.string(),
  folder: z.string(),
  files: z.number().int(),
  sizeBytes: z.number(),
});
export type MeasuredFolder = z.infer<typeof measuredFolder>;

/** What a reset would delete and keep; `confirmation` is the word to type, null when none is. */
export const resetPlan = z.object({
  level: resetLevel,
  dataFolder: z.string(),
  deletes: z.array(measuredFolder),
  /** Tables among what is deleted, those that can be read. */
  tables: z.array(tableSummary),
  keeps: z.array(z.string()),
  confirmation: z.string().nullable(),
});
export type ResetPlan = z.infer<typeof resetPlan>;

export const resetRequest = z.object({
  level: resetLevel,
  from: resetFrom.default('latest'),
  /** The plan's word, as typed. */
  confirmation: z.string().nullable().default(null),
});

/** A reset that is done. */
export const resetDone = z.object({
  level: resetLevel,
  deleted: z.array(measuredFolder),
  tookMs: z.number(),
});
export type ResetDone = z.infer<typeof resetDone>;

/** `run/reset.json`: a reset that was begun; `packs` had a checkpoint. */
export const resetIntent = z.object({
  level: resetLevel,
  from: resetFrom,
  packs: z.array(z.string()),
  atUtc: z.string(),
});
export type ResetIntent = z.infer<typeof resetIntent>;
