import { z } from 'zod';

/**
 * The name of a saved query, which is also its file's name on every platform: 1 to 64 letters,
 * digits, spaces, `-`, `_` and `.`, beginning and ending with a letter or digit, and no name that
 * Windows keeps for devices.
 */
export const savedQueryName = z
  .string()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,62}[\p{L}\p{N}])?$/u, {
    message:
      'It must be 1 to 64 letters, digits, spaces, - _ or . and begin and end with a letter or digit.',
  })
  .regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/i, {
    message: 'Windows keeps this name for a device.',
  });

export const savedQuery = z.object({
  name: z.string(),
  sql: z.string(),
  savedAtMs: z.number(),
});
export type SavedQuery = z.infer<typeof savedQuery>;

export const savedQueries = z.object({ queries: z.array(savedQuery) });

export const saveQueryRequest = z.object({
  name: savedQueryName,
  sql: z.string().min(1).max(100_000),
  /** False: a query of that name is kept, and the request fails with `SAVED_QUERY_EXISTS`. */
  replace: z.boolean().default(false),
});
export type SaveQueryRequest = z.infer<typeof saveQueryRequest>;

export const renameQueryRequest = z.object({ name: z.string().max(200), to: savedQueryName });
export const deleteQueryRequest = z.object({ name: z.string().max(200) });

/** One statement that a person ran; `failureCode` null when it answered, else `rowCount` is null. */
export const sqlHistoryEntry = z.object({
  sql: z.string(),
  ranAtMs: z.number(),
  elapsedMs: z.number(),
  rowCount: z.number().int().nullable(),
  failureCode: z.string().nullable(),
});
export type SqlHistoryEntry = z.infer<typeof sqlHistoryEntry>;

/** Newest first. */
export const sqlHistory = z.object({ entries: z.array(sqlHistoryEntry) });
