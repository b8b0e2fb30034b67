import type { TableName } from '../contract/delta';
import type { StreamPack } from '../contract/stream-pack';

const offsetKey = ['kafka_topic', 'kafka_partition', 'kafka_offset'];

/** Keys of the tables that every pack has beside its own. */
const qualityKeys: Readonly<Record<TableName, readonly string[]>> = {
  'quality.rejected_records': offsetKey,
  'quality.duplicates': offsetKey,
  'quality.batches': ['pack', 'batch_id'],
};

/**
 * The columns that tell a table's rows apart: of an aggregate its keys, of Silver the event id, of
 * Bronze, which may hold an event twice, the offset. Null for a table that the pack does not know.
 */
export function keyOf(pack: StreamPack, table: TableName): readonly string[] | null {
  if (table === `bronze.${pack.bronze.table}`) return offsetKey;
  if (table === `silver.${pack.silver.table}`) return [pack.eventIdField];
  const aggregate = pack.aggregates.find((one) => table === `${one.layer}.${one.table}`);
  if (aggregate === undefined) return qualityKeys[table] ?? null;
  const { window, keys } = aggregate;
  return window ? [window.startColumn, ...keys] : keys;
}
