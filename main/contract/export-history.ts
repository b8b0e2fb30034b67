import { z } from 'zod';
import { exportRequest } from './export';

/**
 * An export as `ops.exports` keeps it. `files` are paths below `folder`, which is null for one that
 * a browser saved; `failureCode` says why one has no files. `selfCheck` is null where no file came
 * as far as its check. `request` makes it again; null of exports before it was kept.
 */
export const keptExport = z.object({
  exportId: z.string(),
  preset: z.string(),
  pack: z.string().nullable(),
  folder: z.string().nullable(),
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  rows: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  files: z.array(z.string()),
  failureCode: z.string().nullable(),
  selfCheck: z.enum(['passed', 'failed']).nullable(),
  request: exportRequest.nullable(),
});
export type KeptExport = z.infer<typeof keptExport>;

export const exportHistoryRequest = z.object({
  limit: z.number().int().min(1).max(1_000).default(100),
});

/** Newest first. */
export const exportHistory = z.object({ exports: z.array(keptExport) });
export type ExportHistory = z.infer<typeof exportHistory>;
