import { z } from 'zod';

/** What the first screen tells about a data folder and the machine (ux.md section 3). */
export const firstRun = z.object({
  /** True until the first start in this folder: no table, no topic, no run. */
  isNew: z.boolean(),
  dataFolder: z.string(),
  /** Of the folder's disk; null where the system does not tell. */
  freeBytes: z.number().nullable(),
  /** With less a start is refused. */
  neededBytes: z.number(),
  advisedBytes: z.number(),
  memoryBytes: z.number(),
  advisedMemoryBytes: z.number(),
  /** The sample can be opened. */
  hasSample: z.boolean(),
});
export type FirstRun = z.infer<typeof firstRun>;
