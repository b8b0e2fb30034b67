import { z } from 'zod';
import { tableName } from './delta';

/** BIGINT and DECIMAL arrive as text so that no digit is lost; timestamps as ISO text in UTC. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cell>;

/**
 * Rows together with what they were read from. `type` is DuckDB's name of the column's type;
 * `tableVersions` names every table that the SQL read; `committedAtMs` is the time of the newest
 * of those commits, null when no table was read; `isTruncated` says that the row limit cut the rest.
 */
export const queryResult = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.array(z.array(cell)),
  tableVersions: z.record(tableName, z.number().int()),
  committedAtMs: z.number().nullable(),
  sql: z.string(),
  elapsedMs: z.number(),
  isTruncated: z.boolean(),
});
export type QueryResult = z.infer<typeof queryResult>;

/** A named query's request: SQL file `resources/streams/<pack>/queries/<name>.sql`. */
export const queryRequest = z.object({ name: z.string().regex(/^[a-z0-9_]{1,64}$/) });

export const sqlRequest = z.object({
  sql: z.string().min(1).max(100_000),
  rowLimit: z.number().int().min(1).max(10_000).default(10_000),
  timeoutMs: z.number().int().min(100).max(600_000).default(30_000),
});
export type SqlRequest = z.infer<typeof sqlRequest>;
