import type { BronzeOfTopic } from '../contract/kafka-topics';
import type { StreamPack } from '../contract/stream-pack';

/** Where a pack puts the records of its topic; null when its Bronze table does not tell offsets. */
export function bronzeOfTopic(pack: Pick<StreamPack, 'bronze'>): BronzeOfTopic | null {
  const { table, columns } = pack.bronze;
  const column = (source: string) => columns.find(({ sql }) => sql === source)?.name ?? null;
  const [partitionColumn, offsetColumn] = [column('kafka_partition'), column('kafka_offset')];
  if (partitionColumn === null || offsetColumn === null) return null;
  const topicColumn = column('kafka_topic');
  return { table: `bronze.${table}`, topicColumn, partitionColumn, offsetColumn };
}
