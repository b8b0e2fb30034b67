import { ConfigResourceTypes, type Admin, type ITopicMetadata } from 'kafkajs';
import { failed } from '../contract/failure';
import { bronzeTableOf } from '../contract/bronze-of-topic';
import type { KafkaTopic, KafkaTopics } from '../contract/kafka-topics';
import type { StreamPack } from '../contract/stream-pack';
import { kafkaClient } from './kafka-client';
import { readTopicOffsets } from './topic-offsets';
import { readTopicSizes } from './topic-sizes';
import { deadLetterTopic } from './topics';

const kinds = ['stream', 'deadLetters', 'other', 'internal'] as const;

/**
 * All topics of the broker. `packs` are those that run; `storageFolder` is the
 * local broker's, null for one elsewhere. Fails with `KAFKA_NOT_READY`.
 */
export async function readTopics(
  bootstrapServers: string,
  packs: readonly Pick<StreamPack, 'topic' | 'bronze'>[],
  storageFolder: string | null,
): Promise<KafkaTopics> {
  const admin = kafkaClient(bootstrapServers).admin({
    retry: { retries: 2, initialRetryTime: 100 },
  });
  try {
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata();
    const names = topics.map(({ name }) => name);
    const retention = await readRetention(admin, names);
    const sizes = storageFolder === null ? null : await readTopicSizes(storageFolder);
    const read = topics.map(async (topic): Promise<KafkaTopic> => ({
      topic: topic.name,
      ...kindOf(topic.name, packs),
      partitions: await readPartitions(admin, topic),
      retentionMs: retention.get(topic.name) ?? null,
      sizeBytes: sizes?.get(topic.name) ?? null,
    }));
    const order = ({ kind, topic }: KafkaTopic) => `${kinds.indexOf(kind)} ${topic}`;
    const sorted = (await Promise.all(read)).sort((a, b) => (order(a) < order(b) ? -1 : 1));
    return { atMs: Date.now(), topics: sorted };
  } catch (error) {
    throw failed('KAFKA_NOT_READY', { bootstrapServers, reason: (error as Error).message });
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

function kindOf(
  topic: string,
  packs: readonly Pick<StreamPack, 'topic' | 'bronze'>[],
): Pick<KafkaTopic, 'kind' | 'bronze'> {
  const pack = packs.find((one) => one.topic.name === topic);
  if (pack) return { kind: 'stream', bronze: bronzeTableOf(pack) };
  if (topic === deadLetterTopic) return { kind: 'deadLetters', bronze: null };
  return { kind: topic.startsWith('__') ? 'internal' : 'other', bronze: null };
}

async function readPartitions(admin: Admin, topic: ITopicMetadata) {
  const offsets = await readTopicOffsets(admin, topic.name);
  return offsets.map((one) => {
    const state = topic.partitions.find(({ partitionId }) => partitionId === one.partition);
    const leader = state?.leader ?? -1;
    return {
      ...one,
      leader: leader < 0 ? null : leader,
      replicas: state?.replicas.length ?? 0,
      inSyncReplicas: state?.isr.length ?? 0,
    };
  });
}

/** `retention.ms` of each topic; a topic that is kept for ever (-1) is left out. */
async function readRetention(admin: Admin, topics: string[]): Promise<Map<string, number>> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({
      type: ConfigResourceTypes.TOPIC,
      name,
      configNames: ['retention.ms'],
    })),
  });
  const values = resources.map(
    ({ resourceName, configEntries }) =>
      [resourceName, Number(configEntries[0]?.configValue ?? NaN)] as const,
  );
  return new Map(values.filter(([, retentionMs]) => retentionMs >= 0));
}
