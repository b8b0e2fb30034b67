import type { BronzeOfTopic } from '../../../../main/contract/bronze-of-topic';
import type { RecordFilter } from '../../../../main/contract/records';
import { writeAddress } from '../../state/address-store';

/** Which record: its offset in a partition. */
export interface RecordPlace {
  readonly partition: number;
  readonly offset: number;
}

/** Rows of a table of the place Data, with conditions on columns. */
export function dataAddress(table: string, filters: readonly RecordFilter[]): string {
  return writeAddress(`/data/${table.replace('.', '/')}`, { filter: JSON.stringify(filters) });
}

const equals = (column: string, value: string | number): RecordFilter => ({
  column,
  operator: 'equals',
  value,
});

/** The row that a record became in Bronze. */
export function bronzeAddress(
  topic: string,
  bronze: BronzeOfTopic,
  { partition, offset }: RecordPlace,
): string {
  return dataAddress(bronze.table, [
    ...(bronze.topicColumn === null ? [] : [equals(bronze.topicColumn, topic)]),
    equals(bronze.partitionColumn, partition),
    equals(bronze.offsetColumn, offset),
  ]);
}

/** The row that a record has among the rejected ones. */
export function rejectedAddress(topic: string, { partition, offset }: RecordPlace): string {
  return dataAddress('quality.rejected_records', [
    equals('kafka_topic', topic),
    equals('kafka_partition', partition),
    equals('kafka_offset', offset),
  ]);
}

/** A record in the place Kafka. */
export function kafkaAddress(topic: string, { partition, offset }: RecordPlace): string {
  const path = `/kafka/topics/${encodeURIComponent(topic)}`;
  return writeAddress(path, { partition: String(partition), offset: String(offset) });
}
