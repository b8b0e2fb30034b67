import { z } from 'zod';
import { columnUnit } from './column-profile';
import { tableName } from './delta';
import { cell } from './query';
import { requestId } from './running-request';

const column = z.string().min(1).max(200);
const value = z.union([z.string().max(10_000), z.number(), z.boolean()]);

/**
 * One condition on a column; several hold together. Values are compared in the column's own type, so
 * numbers and times may be given as text. `contains`, `startsWith` and `pattern` (`*` any text, `?`
 * one character) are for text and do not tell capitals apart; `between` includes both ends.
 */
export const recordFilter = z.discriminatedUnion('operator', [
  z.object({ column, operator: z.enum(['equals', 'notEquals']), value }),
  z.object({ column, operator: z.enum(['contains', 'startsWith', 'pattern']), value: z.string() }),
  z.object({
    column,
    operator: z.literal('between'),
    from: value.nullable().default(null),
    until: value.nullable().default(null),
  }),
  z.object({ column, operator: z.literal('in'), values: z.array(value).min(1).max(1_000) }),
  z.object({ column, operator: z.enum(['isNull', 'isNotNull']) }),
]);
export type RecordFilter = z.infer<typeof recordFilter>;

/** Any text: one that names no table is answered with the nearest names. */
const askedTable = z.string().min(1).max(200);

/** Rows of a table at one version, filtered; `atVersion` null is the newest. */
const selection = z.object({
  table: askedTable,
  atVersion: z.number().int().min(0).nullable().default(null),
  filters: z.array(recordFilter).max(50).default([]),
  requestId: requestId.optional(),
});

/**
 * A page of rows. Without `sort` they come newest first: the rows of the newest commit at the top,
 * the last row of each file before the one above it. `columns` null is all of them.
 */
export const recordPageRequest = selection.extend({
  columns: z.array(column).min(1).max(500).nullable().default(null),
  sort: z
    .array(z.object({ column, descending: z.boolean() }))
    .max(10)
    .default([]),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1_000).default(100),
});
export type RecordPageRequest = z.infer<typeof recordPageRequest>;

/** All rows that a grid shows, whichever of its pages is loaded: what an export of it is made from. */
export const tableView = recordPageRequest.pick({
  table: true,
  atVersion: true,
  columns: true,
  filters: true,
  sort: true,
});
export type TableView = z.infer<typeof tableView>;

/** One row of a page that was asked for in the same words. */
export const recordOriginRequest = recordPageRequest
  .pick({ table: true, atVersion: true, filters: true, sort: true, requestId: true })
  .extend({ offset: z.number().int().min(0) });
export type RecordOriginRequest = z.infer<typeof recordOriginRequest>;

/**
 * Where a row lies: its data file, below the table's folder, and the commit that added that file
 * with its micro-batch (of an aggregate: the version of Silver that it contains since). Null where
 * the log does not tell any more, and after a compaction, which no micro-batch made.
 */
export const recordOrigin = z.object({
  table: tableName,
  tableVersion: z.number().int(),
  file: z.string(),
  addedAtVersion: z.number().int().nullable(),
  committedAtMs: z.number().nullable(),
  operation: z.string().nullable(),
  batchId: z.number().int().nullable(),
  silverVersion: z.number().int().nullable(),
});
export type RecordOrigin = z.infer<typeof recordOrigin>;

const columns = z.array(
  z.object({ name: z.string(), type: z.string(), unit: columnUnit.optional() }),
);

/** `totalRows` is exact: all rows that the filters let through. `sql` asks for the same rows. */
export const recordPage = z.object({
  table: tableName,
  tableVersion: z.number().int(),
  committedAtMs: z.number(),
  columns,
  offset: z.number().int(),
  totalRows: z.number().int(),
  rows: z.array(z.array(cell)),
  sql: z.string(),
  elapsedMs: z.number(),
});
export type RecordPage = z.infer<typeof recordPage>;

export const recordSummaryRequest = selection;
export type RecordSummaryRequest = z.infer<typeof recordSummaryRequest>;

/**
 * Figures of every numeric column over the selected rows, as exact decimal text where the type is
 * exact; `values` counts those that are not null. Averages of decimals are rounded half up at the
 * column's own scale, of whole numbers at two digits. Null where there is no value.
 */
export const recordSummary = z.object({
  table: tableName,
  tableVersion: z.number().int(),
  rowCount: z.number().int(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      values: z.number().int(),
      sum: cell,
      average: cell,
      least: cell,
      most: cell,
    }),
  ),
  elapsedMs: z.number(),
});
export type RecordSummary = z.infer<typeof recordSummary>;

export const diffRequest = z.object({
  table: askedTable,
  fromVersion: z.number().int().min(0),
  toVersion: z.number().int().min(0),
  limit: z.number().int().min(1).max(10_000).default(200),
  requestId: requestId.optional(),
});
export type DiffRequest = z.infer<typeof diffRequest>;

/**
 * What changed from one version to another. With a `key`, rows of the same key are one row that
 * changed; without (null), a row is only there or not. `before` is null for an added row, `after`
 * for a removed one; counts are of all rows, `rows` has the first `limit`. `filesRead` of the
 * `files` of both versions differ, the others were not opened.
 */
export const versionDiff = z.object({
  table: tableName,
  fromVersion: z.number().int(),
  toVersion: z.number().int(),
  key: z.array(z.string()).nullable(),
  added: z.number().int(),
  removed: z.number().int(),
  changed: z.number().int(),
  columns,
  rows: z.array(
    z.object({
      change: z.enum(['added', 'removed', 'changed']),
      before: z.array(cell).nullable(),
      after: z.array(cell).nullable(),
    }),
  ),
  isTruncated: z.boolean(),
  files: z.number().int(),
  filesRead: z.number().int(),
  elapsedMs: z.number(),
});
export type VersionDiff = z.infer<typeof versionDiff>;
