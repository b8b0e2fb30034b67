import { z } from 'zod';
import { tableName } from './delta';

/** A column that a version of a table gained, lost, or has with another type; null: not there. */
export const schemaChange = z.object({
  table: tableName,
  version: z.number().int(),
  committedAtMs: z.number(),
  column: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type SchemaChange = z.infer<typeof schemaChange>;

/**
 * `changes` of the tables, by the versions that are kept, newest first; `seen` what incoming events
 * had that the pack does not know, or lacked, as the event log tells it, newest first.
 */
export const schemaChanges = z.object({
  changes: z.array(schemaChange),
  seen: z.array(z.object({ atMs: z.number(), message: z.string() })),
});
export type SchemaChanges = z.infer<typeof schemaChanges>;
