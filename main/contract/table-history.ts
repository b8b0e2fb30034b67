import { z } from 'zod';
import { tableName, tableSummary } from './delta';
import { failure } from './failure';

/**
 * Every table of the lake at its newest version, by layer and name, and those that cannot be read with
 * the reason; `readAtMs` is the reader's clock.
 */
export const tablesReport = z.object({
  readAtMs: z.number(),
  tables: z.array(tableSummary),
  unreadable: z.array(z.object({ table: tableName, failure })),
});
export type TablesReport = z.infer<typeof tablesReport>;

/** Any text as table: one that names no table is answered with the nearest names. */
export const tableHistoryRequest = z.object({
  table: z.string().min(1).max(200),
  limit: z.number().int().min(1).max(10_000).default(50),
});
export type TableHistoryRequest = z.infer<typeof tableHistoryRequest>;

/**
 * One version as its commit tells it; null where the commit says nothing. Rows of a compaction count
 * neither as added nor as removed. `batchId` is the micro-batch that wrote a table of rows,
 * `silverVersion` the version of Silver that an aggregate contains.
 */
export const tableVersionEntry = z.object({
  version: z.number().int(),
  committedAtMs: z.number(),
  operation: z.string().nullable(),
  writer: z.string().nullable(),
  rowsAdded: z.number().int().nullable(),
  rowsRemoved: z.number().int().nullable(),
  filesAdded: z.number().int(),
  filesRemoved: z.number().int(),
  batchId: z.number().int().nullable(),
  silverVersion: z.number().int().nullable(),
});
export type TableVersionEntry = z.infer<typeof tableVersionEntry>;

/** Newest first. `kept` counts the versions whose commit the log still holds. */
export const tableHistory = z.object({
  table: tableName,
  kept: z.number().int(),
  versions: z.array(tableVersionEntry),
});
export type TableHistory = z.infer<typeof tableHistory>;

/** Which version was the newest at a time; `table` null stands for Silver of the pack that is shown. */
export const versionAtRequest = z.object({
  table: z.string().min(1).max(200).nullable().default(null),
  atMs: z.number(),
});
export type VersionAtRequest = z.infer<typeof versionAtRequest>;

export const versionAt = z.object({
  table: tableName,
  version: z.number().int(),
  committedAtMs: z.number(),
});
export type VersionAt = z.infer<typeof versionAt>;
