import { z } from 'zod';
import { tableName } from './delta';
import { cell } from './query';

export const tableFilesRequest = z.object({
  table: z.string().min(1).max(200),
  atVersion: z.number().int().min(0).nullable().default(null),
  limit: z.number().int().min(1).max(10_000).default(1_000),
});
export type TableFilesRequest = z.infer<typeof tableFilesRequest>;

/**
 * One live data file; `path` is below the table's folder. `rows` is null without statistics,
 * `addedAtVersion` where only a log checkpoint tells of the file.
 */
export const tableFile = z.object({
  path: z.string(),
  sizeBytes: z.number().int(),
  rows: z.number().int().nullable(),
  partition: z.record(z.string(), z.string().nullable()),
  addedAtVersion: z.number().int().nullable(),
});
export type TableFile = z.infer<typeof tableFile>;

/** The files of a version, newest first, at most so many; totals are of all. */
export const tableFiles = z.object({
  table: tableName,
  tableVersion: z.number().int(),
  folder: z.string(),
  count: z.number().int(),
  sizeBytes: z.number().int(),
  rows: z.number().int().nullable(),
  files: z.array(tableFile),
});
export type TableFiles = z.infer<typeof tableFiles>;

export const fileStatisticsRequest = tableFilesRequest
  .pick({ table: true, atVersion: true })
  .extend({ path: z.string().min(1).max(4_096) });
export type FileStatisticsRequest = z.infer<typeof fileStatisticsRequest>;

/**
 * What the log notes of one live file: nulls, least and most by column, as it writes them (texts cut
 * short, times in milliseconds); null for a column that was not looked at.
 */
export const fileStatistics = z.object({
  path: z.string(),
  columns: z.array(
    z.object({ name: z.string(), nulls: z.number().int().nullable(), least: cell, most: cell }),
  ),
});
export type FileStatisticsAnswer = z.infer<typeof fileStatistics>;
