import { say } from '../../contract/doctor-sentences';
import { deadLetterTopic, readTopicState, type TopicState } from '../../kafka/topics';
import { askBroker } from '../ask-broker';
import { broken, needsBroker, passed, warning, type Check } from '../check';

/** The topics of the packs and the dead-letter queue, with the packs' numbers of partitions. */
export const topics: Check = {
  id: 'topics',
  question: 'Do the topics have the expected partitions?',
  ask: async ({ bootstrapServers, packs }) => {
    if (bootstrapServers === null) return needsBroker();
    const expected = Object.fromEntries([
      ...packs.map(({ topic }) => [topic.name, topic.partitions] as const),
      [deadLetterTopic, 1] as const,
    ]);
    const found = await askBroker(bootstrapServers, async (admin) => {
      const existing = new Set(await admin.listTopics());
      const states: TopicState[] = [];
      for (const topic of Object.keys(expected)) {
        states.push(
          existing.has(topic)
            ? await readTopicState(admin, topic)
            : { topic, partitions: 0, leaderless: 0 },
        );
      }
      return states;
    });
    return judgeTopics(found, expected);
  },
};

/**
 * `expected`: partitions by topic; a topic with 0 partitions does not exist. Others than expected are
 * no harm: whoever sends looks how many there are.
 */
export function judgeTopics(
  found: readonly TopicState[],
  expected: Readonly<Record<string, number>>,
) {
  for (const { topic, partitions, leaderless } of found) {
    if (partitions === 0) {
      return broken(say('topicMissing', { topic }), say('doMakeTopics'));
    }
    if (partitions !== expected[topic]) {
      const answer = say('topicPartitions', { topic, partitions, expected: expected[topic] ?? 0 });
      // A topic keeps its partitions whatever is restarted.
      return { ...warning(answer, say('doSetPartitions', { topic, partitions })), action: null };
    }
    if (leaderless > 0) {
      return broken(say('topicLeaderless', { leaderless, topic }), say('doRestartBroker'));
    }
  }
  const topics = found.map(({ topic, partitions }) => `${topic} ${partitions}`).join(', ');
  return passed(say('topics', { topics }));
}
