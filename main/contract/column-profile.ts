import { z } from 'zod';
import { tableName } from './delta';
import { cell } from './query';
import { requestId } from './running-request';

/**
 * Figures of every column of a table at a version. `log` answers at once, with what the log says
 * exactly; `rows` reads all rows, with progress and cancel.
 */
export const columnProfileRequest = z.object({
  table: z.string().min(1).max(200),
  atVersion: z.number().int().min(0).nullable().default(null),
  source: z.enum(['log', 'rows']).default('log'),
  requestId: requestId.optional(),
});
export type ColumnProfileRequest = z.infer<typeof columnProfileRequest>;

/** What the figures of a column are amounts of. */
export const columnUnit = z.enum(['EUR']);
export type ColumnUnit = z.infer<typeof columnUnit>;

/** What a column holds, in both languages; without `unit` its figures are bare. */
export const columnText = z.object({
  en: z.string().min(1),
  fr: z.string().min(1),
  unit: columnUnit.optional(),
});
export type ColumnText = z.infer<typeof columnText>;
/** What is said of a column of a table; null for nothing. */
export type ColumnTextOf = (table: string, column: string) => ColumnText | null;

/**
 * `description` is what the table itself says of the column, `packText` what its pack does; null for
 * nothing. `nulls` counts, `distinct`
 * counts the values that are not null (an estimate where `isDistinctExact` is false), `least` and
 * `most` are values; null where they are not known or the column's type has no order.
 */
export const profiledColumn = z.object({
  name: z.string(),
  type: z.string(),
  isPartition: z.boolean(),
  description: z.string().nullable(),
  packText: columnText.nullable(),
  nulls: z.number().int().nullable(),
  distinct: z.number().int().nullable(),
  isDistinctExact: z.boolean(),
  least: cell,
  most: cell,
});
export type ProfiledColumn = z.infer<typeof profiledColumn>;

/** `rowCount` is null where the log does not tell and no row was read. */
export const columnProfile = z.object({
  table: tableName,
  tableVersion: z.number().int(),
  source: z.enum(['log', 'rows']),
  rowCount: z.number().int().nullable(),
  columns: z.array(profiledColumn),
  elapsedMs: z.number(),
});
export type ColumnProfile = z.infer<typeof columnProfile>;
