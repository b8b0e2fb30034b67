import { deadLetterTopic, readTopicState, type TopicState } from '../../kafka/topics';
import { askBroker } from '../ask-broker';
import { broken, needsBroker, passed, type Check } from '../check';

/** The pack's topic and the dead-letter queue, with the pack's number of partitions. */
export const topics: Check = {
  id: 'topics',
  question: 'Do the topics have the expected partitions?',
  ask: async ({ bootstrapServers, pack }) => {
    if (bootstrapServers === null) return needsBroker();
    const expected = { [pack.topic.name]: pack.topic.partitions, [deadLetterTopic]: 1 };
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

/** `expected`: partitions by topic; a topic with 0 partitions does not exist. */
export function judgeTopics(
  found: readonly TopicState[],
  expected: Readonly<Record<string, number>>,
) {
  for (const { topic, partitions, leaderless } of found) {
    if (partitions === 0) {
      return broken(
        `There is no topic ${topic}.`,
        'Run "deltadesk restart broker": it makes topics that are missing.',
      );
    }
    if (partitions !== expected[topic]) {
      return broken(
        `${topic} has ${partitions} partitions instead of ${expected[topic]}.`,
        `Set the partitions of the pack to ${partitions}.`,
      );
    }
    if (leaderless > 0) {
      return broken(
        `${leaderless} partitions of ${topic} have no leader.`,
        'Run "deltadesk restart broker".',
      );
    }
  }
  return passed(found.map(({ topic, partitions }) => `${topic} ${partitions}`).join(', '));
}
