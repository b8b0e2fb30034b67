import { z } from 'zod';
import { tableName } from './delta';
import { requestId } from './running-request';

/** Below it, files can vanish that a reader still has open (floor.md D9). */
export const safeRetentionHours = 168;
/** The word that confirms a vacuum below it. */
export const vacuumWord = 'vacuum';

/** Any text as table: one that names no table is answered with the nearest names. */
const asked = { table: z.string().min(1).max(200), requestId: requestId.optional() };

export const compactRequest = z.object(asked);
export type CompactRequest = z.infer<typeof compactRequest>;

/** `retentionHours` null: what the setting says, 168 where it says nothing. A dry run deletes nothing. */
export const vacuumRequest = z.object({
  ...asked,
  retentionHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 365 * 10)
    .nullable()
    .default(null),
  dryRun: z.boolean().default(false),
  /** The word, as typed; not asked for from 168 hours on. */
  confirmation: z.string().nullable().default(null),
});
export type VacuumRequest = z.infer<typeof vacuumRequest>;

/**
 * The files that the table had when the compaction began, and what became of these; equal where there
 * was nothing to put together. `longestWaitMs`: what a micro-batch had to wait at most.
 */
export const tableCompacted = z.object({
  table: tableName,
  filesBefore: z.number().int(),
  filesAfter: z.number().int(),
  bytesBefore: z.number().int(),
  bytesAfter: z.number().int(),
  tableVersion: z.number().int(),
  longestWaitMs: z.number(),
  tookMs: z.number(),
});
export type TableCompacted = z.infer<typeof tableCompacted>;

/**
 * Files that were deleted, or would be in a dry run. Versions from `keptFromVersion` on can be read
 * all the same; earlier ones may have lost files.
 */
export const tableVacuumed = z.object({
  table: tableName,
  files: z.number().int(),
  sizeBytes: z.number().int(),
  deleted: z.boolean(),
  retentionHours: z.number().int(),
  tableVersion: z.number().int(),
  keptFromVersion: z.number().int(),
  tookMs: z.number(),
});
export type TableVacuumed = z.infer<typeof tableVacuumed>;
