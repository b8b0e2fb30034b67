import { z } from 'zod';
import { tableName } from './delta';
import { requestId } from './running-request';

/** BIGINT and DECIMAL arrive as text so that no digit is lost; timestamps as ISO text in UTC. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cell>;

/** Values of a statement's parameters by name; null and a name left out are the same. */
export const parameterValues = z.record(
  z.string().regex(/^[a-z][a-z0-9_]{0,31}$/),
  z.union([z.string(), z.number(), z.array(z.string()).max(1_000), z.null()]),
);
export type ParameterValues = z.infer<typeof parameterValues>;

/**
 * Rows together with what they were read from. `type` is DuckDB's name of the column's type;
 * `tableVersions` names every table that the SQL read; `committedAtMs` is the time of the newest
 * of those commits, null when no table was read; `isTruncated` says that the row limit cut the rest.
 * `sql` with `parameters` over those versions gives these rows again.
 */
export const queryResult = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.array(z.array(cell)),
  rowCount: z.number().int(),
  tableVersions: z.record(tableName, z.number().int()),
  committedAtMs: z.number().nullable(),
  sql: z.string(),
  parameters: parameterValues,
  elapsedMs: z.number(),
  isTruncated: z.boolean(),
});
export type QueryResult = z.infer<typeof queryResult>;

const queryName = z.string().regex(/^[a-z0-9_]{1,64}$/);

/** Types of a named query's parameters; `text[]` is a set of texts. */
export const parameterTypes = ['text', 'text[]', 'integer', 'timestamp'] as const;

/**
 * What is to be known of a named query before it runs. Queries of one `group` are shown together in
 * the rising order of `order`; a whole number begins an entry, decimals after it belong to the entry.
 */
export const namedQuery = z.object({
  name: queryName,
  title: z.string(),
  titleFr: z.string(),
  group: z.string(),
  order: z.number(),
  parameters: z.array(z.object({ name: z.string(), type: z.enum(parameterTypes) })),
});
export type NamedQuery = z.infer<typeof namedQuery>;

/** Whose queries: a pack that runs; absent: the one that is shown. */
export const queriesRequest = z.object({ pack: z.string().optional() });

/**
 * A named query's request: SQL file `resources/streams/<pack>/queries/<name>.sql`. `atVersion` is a
 * version of the pack's Silver table; every other table is read as it was then. Absent: the newest.
 */
export const queryRequest = queriesRequest.extend({
  name: queryName,
  parameters: parameterValues.default({}),
  atVersion: z.number().int().min(0).nullable().default(null),
  requestId: requestId.optional(),
});
export type QueryRequest = z.infer<typeof queryRequest>;

export const sqlRequest = z.object({
  sql: z.string().min(1).max(100_000),
  parameters: parameterValues.optional(),
  rowLimit: z.number().int().min(1).max(10_000).default(10_000),
  timeoutMs: z.number().int().min(100).max(600_000).default(30_000),
  /** Tables to be read at other than their newest versions: what a figure was read at. */
  tableVersions: z.record(tableName, z.number().int().min(0)).optional(),
  requestId: requestId.optional(),
});
export type SqlRequest = z.infer<typeof sqlRequest>;
