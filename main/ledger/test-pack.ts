import type { StreamPack } from '../contract/stream-pack';

const column = (name: string, type: string) => ({ name, type, sql: name });

/** For tests: a pack whose column names are nobody else's. */
export const testPack: StreamPack = {
  pack: 'shops',
  title: 'Shops',
  topic: { name: 'shops', partitions: 2, replicationFactor: 1, retentionMs: 3_600_000 },
  generator: { name: 'shops', ratePerSecond: 1 },
  httpApi: {},
  parameters: {},
  kafkaTimestampColumn: 'kafka_timestamp',
  streaming: {
    triggerIntervalMs: 0,
    startingOffsets: 'earliest',
    maxOffsetsPerTrigger: 10,
    watermarkDelayMs: 0,
  },
  schemaVersion: 1,
  schemaVersionField: 'v',
  eventIdField: 'uid',
  eventTimeField: 'at',
  fields: [{ name: 'uid', type: 'string', required: true }],
  catalogs: {},
  bronze: { table: 'raw', partitionColumns: [], columns: [column('uid', 'string')] },
  silver: {
    table: 'clean',
    partitionColumns: [],
    prepare: [],
    rules: [],
    columns: [column('uid', 'string')],
  },
  aggregates: [
    {
      layer: 'gold',
      table: 'by_shop',
      keys: ['shop'],
      measures: [
        { name: 'total', type: 'decimal(22,2)', function: 'sum', column: 'amount' },
        { name: 'sales', type: 'long', function: 'count' },
        { name: 'largest', type: 'decimal(12,2)', function: 'max', column: 'amount' },
      ],
      derived: [],
      processedAtColumn: 'processed_at',
    },
  ],
  headline: {
    revenueTable: 'gold.by_shop',
    revenueColumn: 'total',
    countryQuery: 'none',
    chartQuery: 'none',
  },
};
