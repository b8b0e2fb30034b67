import { z } from 'zod';
import { tableName } from './delta';
import { packParameters } from './pack-parameters';

const columnName = z.string().regex(/^[a-z_][a-z0-9_]{0,63}$/);
/** int, long, double, string, boolean, timestamp, date, binary or decimal(p,s). */
const columnType = z
  .string()
  .regex(/^(int|long|double|string|boolean|timestamp|date|binary|decimal\(\d{1,2},\d{1,2}\))$/);
const column = z.object({ name: columnName, type: columnType, sql: z.string().min(1) });

const measure = z.object({
  name: columnName,
  type: columnType,
  function: z.enum(['sum', 'count', 'min', 'max', 'avg', 'distinct']),
  column: columnName.optional(),
});

/** Tumbling windows over a timestamp column of Silver; without a delay no row is ever late. */
const aggregateWindow = z.object({
  column: columnName,
  sizeMs: z.number().int().min(1),
  startColumn: columnName,
  endColumn: columnName.optional(),
  watermarkDelayMs: z.number().int().min(0).optional(),
});

/**
 * An aggregate folded by the engine from Silver's commits, of the rows for which `filter` (SQL over
 * Silver's columns) holds: `keys` are Silver columns; `derived` is SQL over window columns, keys
 * and measures; `touchedBy` names the key by whose values the table is rewritten in parts. Columns
 * stand in this order: window, keys, measures, derived, processedAtColumn, hidden `_state`.
 */
export const aggregateDefinition = z.object({
  layer: z.enum(['silver', 'gold']),
  table: columnName,
  window: aggregateWindow.optional(),
  filter: z.string().min(1).optional(),
  keys: z.array(columnName),
  measures: z.array(measure).min(1),
  derived: z.array(column).default([]),
  processedAtColumn: columnName.optional(),
  touchedBy: columnName.optional(),
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
  /** Bronze's and Silver's column with the broker's time of the record. */
  kafkaTimestampColumn: columnName.default('kafka_timestamp'),
  /** The field whose value is the record's key; absent: the event id. */
  keyField: columnName.optional(),
  /** The fields without which a record is worth nothing; absent: its id, its time and its key. */
  criticalFields: z.array(columnName).min(1).optional(),
  fields: z
    .array(
      z.object({
        name: columnName,
        type: columnType,
        required: z.boolean(),
        /** The texts that are known; others are refused. */
        values: z.array(z.string()).optional(),
      }),
    )
    .min(1),
  parameters: packParameters.default({}),
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
  /** Named queries that the HTTP API answers: all rows, or the only row as one object. */
  httpApi: z.record(z.string(), z.enum(['rows', 'object'])).default({}),
  headline: z.object({
    revenueTable: tableName,
    revenueColumn: columnName,
    countryQuery: z.string(),
    chartQuery: z.string(),
  }),
});
export type StreamPack = z.infer<typeof streamPack>;
