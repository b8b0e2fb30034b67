import { z } from 'zod';
import { tableName } from './delta';

const columnName = z.string().regex(/^[a-z_][a-z0-9_]{0,63}$/);
/** int, long, double, string, boolean, timestamp, date, binary or decimal(p,s). */
const columnType = z
  .string()
  .regex(/^(int|long|double|string|boolean|timestamp|date|binary|decimal\(\d{1,2},\d{1,2}\))$/);
const column = z.object({ name: columnName, type: columnType, sql: z.string().min(1) });

const measure = z.object({
  name: columnName,
  type: columnType,
  function: z.enum(['sum', 'count', 'min', 'max']),
  column: columnName.optional(),
});

/** An aggregate folded by the engine from Silver's commits: `keys` are Silver columns. */
export const aggregateDefinition = z.object({
  layer: z.enum(['silver', 'gold']),
  table: columnName,
  keys: z.array(columnName).min(1),
  measures: z.array(measure).min(1),
  processedAtColumn: columnName,
});
export type AggregateDefinition = z.infer<typeof aggregateDefinition>;

/**
 * A stream pack: `resources/streams/<pack>/stream.json`. Silver's columns and rules are Spark SQL
 * over the Bronze columns; a rule's `sql` says what must hold, and anything but true breaks it.
 * The streaming job reads the same file; this side needs names, not expressions.
 */
export const streamPack = z.object({
  pack: columnName,
  title: z.string(),
  topic: z.object({
    name: z.string().regex(/^[a-zA-Z0-9._-]{1,200}$/),
    partitions: z.number().int().min(1).max(20),
    replicationFactor: z.number().int().min(1),
    retentionMs: z.number().int().min(3_600_000),
  }),
  generator: z.object({ name: z.string(), ratePerSecond: z.number().min(0.5).max(5000) }),
  streaming: z.object({
    triggerIntervalMs: z.number().int().min(0),
    startingOffsets: z.enum(['earliest', 'latest']),
    maxOffsetsPerTrigger: z.number().int().min(1),
    watermarkDelayMs: z.number().int().min(0),
  }),
  schemaVersion: z.number().int().min(1),
  schemaVersionField: columnName,
  eventIdField: columnName,
  eventTimeField: columnName,
  fields: z.array(z.object({ name: columnName, type: columnType, required: z.boolean() })).min(1),
  catalogs: z.record(z.string(), z.object({ file: z.string(), key: columnName })),
  bronze: z.object({
    table: columnName,
    partitionColumns: z.array(columnName),
    columns: z.array(column).min(1),
  }),
  silver: z.object({
    table: columnName,
    partitionColumns: z.array(columnName),
    prepare: z.array(column.omit({ type: true })),
    rules: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['blocking', 'warning']),
        sql: z.string().min(1),
        error: z.string(),
      }),
    ),
    columns: z.array(column).min(1),
  }),
  aggregates: z.array(aggregateDefinition),
  headline: z.object({
    revenueTable: tableName,
    revenueColumn: columnName,
    countryQuery: z.string(),
    chartQuery: z.string(),
  }),
});
export type StreamPack = z.infer<typeof streamPack>;
