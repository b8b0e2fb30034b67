import { z } from 'zod';

/**
 * What is asked of the running streaming job, one line of JSON on its stdin each. `id` is the asker's
 * and stands in every answer; `cancel` bears the id of the command that is to end.
 */
export type JobCommand =
  | { readonly command: 'compact'; readonly id: string; readonly table: string }
  | {
      readonly command: 'vacuum';
      readonly id: string;
      readonly table: string;
      readonly retentionHours: number;
      readonly dryRun: boolean;
    }
  | { readonly command: 'cancel'; readonly id: string };

const head = { atMs: z.number(), id: z.string() };

/** Files and bytes that the table had when the compaction began, and what became of these. */
const compacted = z.object({
  kind: z.literal('compacted'),
  ...head,
  table: z.string(),
  filesBefore: z.number().int(),
  filesAfter: z.number().int(),
  bytesBefore: z.number().int(),
  bytesAfter: z.number().int(),
  tableVersion: z.number().int(),
  /** The longest that a micro-batch had to wait for a piece of the work. */
  longestWaitMs: z.number().int(),
});

/**
 * Files that no version within the retention needs, and their bytes; `deleted` is false for a dry run.
 * Versions from `keptFromVersion` on have all their files, whatever was deleted.
 */
const vacuumed = z.object({
  kind: z.literal('vacuumed'),
  ...head,
  table: z.string(),
  files: z.number().int(),
  sizeBytes: z.number().int(),
  deleted: z.boolean(),
  retentionHours: z.number().int(),
  tableVersion: z.number().int(),
  keptFromVersion: z.number().int(),
});

/**
 * The job's answers on its stdout, after the prefix `@progress `: how far a command is, then its end.
 * `id` of a failed one is null for a line in which the job found none.
 */
export const jobAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('commandProgress'),
    ...head,
    done: z.number().int(),
    of: z.number().int(),
  }),
  compacted,
  vacuumed,
  z.object({
    kind: z.literal('commandFailed'),
    ...head,
    id: z.string().nullable(),
    message: z.string(),
  }),
]);
export type JobAnswer = z.infer<typeof jobAnswer>;
export type Compacted = z.infer<typeof compacted>;
export type Vacuumed = z.infer<typeof vacuumed>;
