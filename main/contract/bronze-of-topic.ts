import { z } from 'zod';
import type { StreamPack } from './stream-pack';

/** The Bronze table of a topic, and its columns that say which record a row was; null: none does. */
export const bronzeOfTopic = z.object({
  table: z.string(),
  topicColumn: z.string().nullable(),
  partitionColumn: z.string(),
  offsetColumn: z.string(),
});
export type BronzeOfTopic = z.infer<typeof bronzeOfTopic>;

/** Where a pack puts the records of its topic; null when its Bronze table does not tell offsets. */
export function bronzeTableOf(pack: Pick<StreamPack, 'bronze'>): BronzeOfTopic | null {
  const { table, columns } = pack.bronze;
  const column = (source: string) => columns.find(({ sql }) => sql === source)?.name ?? null;
  const [partitionColumn, offsetColumn] = [column('kafka_partition'), column('kafka_offset')];
  if (partitionColumn === null || offsetColumn === null) return null;
  const topicColumn = column('kafka_topic');
  return { table: `bronze.${table}`, topicColumn, partitionColumn, offsetColumn };
}
