import { ConfigResourceTypes, ConfigSource, type Admin } from 'kafkajs';
import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';

/** Topic of rejected records of all packs (floor.md section 3). */
export const deadLetterTopic = 'dead-letter-queue';

/**
 * A record of the broker's default limit, 1 MB, made of control characters is six times as long in
 * JSON. The streaming job sends up to the same limit, and truncates beyond it.
 */
const largestDeadLetterBytes = 8 * 1024 * 1024;

/** What the broker says of one topic. */
export interface TopicState {
  readonly topic: string;
  readonly partitions: number;
  /** Partitions that have no leader at the moment. */
  readonly leaderless: number;
}

/** And of its copies. */
export interface ReplicatedTopicState extends TopicState {
  /** Partitions with fewer replicas in sync than they have. */
  readonly underReplicated: number;
}

/**
 * Asks for the topics of the packs and the dead-letter queue where they are missing; existing ones
 * stay as they are (see `keepAsSet`). A new one is known to clients a moment later. Records carry the broker's own time
 * (`LogAppendTime`): it decides rules and latency.
 */
export async function ensureTopics(admin: Admin, packs: readonly StreamPack[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const wanted = topicsOf(packs).filter((topic) => !existing.has(topic.topic));
  if (wanted.length === 0) return;
  await admin.createTopics({
    // The library gives up at once on a topic that the broker's answers do not have yet.
    waitForLeaders: false,
    topics: wanted.map((topic) => ({ ...topic, replicationFactor: 1 })),
  });
}

/**
 * Has existing topics of the packs, and the dead-letter queue, keep their records as long as they
 * are to; what else was set of them stays.
 */
export async function keepAsSet(admin: Admin, packs: readonly StreamPack[]): Promise<void> {
  const wanted = new Map(topicsOf(packs).map((each) => [each.topic, each.configEntries]));
  const type = ConfigResourceTypes.TOPIC;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [...wanted.keys()].map((name) => ({ type, name })),
  });
  const altered = resources.flatMap(({ resourceName: name, configEntries }) => {
    // What is not named in the request goes back to the broker's default.
    const own = configEntries.filter(
      ({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG,
    );
    const now = new Map(own.map(({ configName, configValue }) => [configName, configValue]));
    const entries = wanted.get(name) ?? [];
    if (entries.every((entry) => now.get(entry.name) === entry.value)) return [];
    const all = new Map([...now, ...entries.map((entry) => [entry.name, entry.value] as const)]);
    return [{ type, name, configEntries: [...all].map(([key, value]) => ({ name: key, value })) }];
  });
  if (altered.length > 0) await admin.alterConfigs({ validateOnly: false, resources: altered });
}

/** The topics that packs need, each as it is to be. */
const topicsOf = (packs: readonly StreamPack[]) => [
  ...packs.map(({ topic }) => ({
    topic: topic.name,
    numPartitions: topic.partitions,
    configEntries: keptFor(topic.retentionMs),
  })),
  {
    topic: deadLetterTopic,
    numPartitions: 1,
    configEntries: [
      ...keptFor(Math.max(...packs.map(({ topic }) => topic.retentionMs))),
      { name: 'max.message.bytes', value: String(largestDeadLetterBytes) },
    ],
  },
];

/** Only whole segments are deleted: one of a week would outlive a retention of hours. */
const segmentsOfRetention = 4;

const keptFor = (retentionMs: number) => [
  { name: 'message.timestamp.type', value: 'LogAppendTime' },
  { name: 'retention.ms', value: String(retentionMs) },
  { name: 'segment.ms', value: String(Math.floor(retentionMs / segmentsOfRetention)) },
];

/** Partitions and leaders of a topic; `KAFKA_NOT_READY` when the broker does not know it. */
export async function readTopicState(admin: Admin, topic: string): Promise<ReplicatedTopicState> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const found = topics.find((candidate) => candidate.name === topic);
  if (!found) throw failed('KAFKA_NOT_READY', { topic, bootstrapServers: null });
  const leaderless = found.partitions.filter((partition) => partition.leader < 0).length;
  const underReplicated = found.partitions.filter(
    ({ replicas, isr }) => isr.length < replicas.length,
  ).length;
  return { topic, partitions: found.partitions.length, leaderless, underReplicated };
}
