import type { Admin } from 'kafkajs';
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
 * stay as they are. A new one is known to clients a moment later. Records carry the broker's own time
 * (`LogAppendTime`): it decides rules and latency.
 */
export async function ensureTopics(admin: Admin, packs: readonly StreamPack[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const wanted = [
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
  ].filter((topic) => !existing.has(topic.topic));
  if (wanted.length === 0) return;
  await admin.createTopics({
    // The library gives up at once on a topic that the broker's answers do not have yet.
    waitForLeaders: false,
    topics: wanted.map((topic) => ({ ...topic, replicationFactor: 1 })),
  });
}

const keptFor = (retentionMs: number) => [
  { name: 'message.timestamp.type', value: 'LogAppendTime' },
  { name: 'retention.ms', value: String(retentionMs) },
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
