import type { Admin } from 'kafkajs';
import { KafkaJSProtocolError } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import type { StreamPack } from '../contract/stream-pack';
import { makeTopics } from './make-topics';

const packs = ['first', 'second'].map(
  (name) => ({ topic: { name, partitions: 1, retentionMs: 1 } }) as StreamPack,
);
const unknownTopic = () =>
  new KafkaJSProtocolError(
    Object.assign(new Error('This server does not host this topic-partition'), { code: 3 }),
  );

/** A broker that knows a new topic only after so many questions, and then elects its leader. */
function slowBroker(questionsUntilKnown: number) {
  const asked: string[][] = [];
  const made: string[] = [];
  const admin = {
    listTopics: async () => [],
    createTopics: async (request: Parameters<Admin['createTopics']>[0]) => {
      if (request.waitForLeaders !== false) throw unknownTopic();
      made.push(...request.topics.map(({ topic }) => topic));
      return true;
    },
    fetchTopicMetadata: async ({ topics = [] }: { topics?: string[] } = {}) => {
      asked.push(topics);
      if (asked.length < questionsUntilKnown) throw unknownTopic();
      const leader = asked.length < questionsUntilKnown + 4 ? -1 : 1;
      const partitions = [{ partitionId: 0, leader, replicas: [1], isr: [1] }];
      return { topics: topics.map((name) => ({ name, partitions })) };
    },
  };
  const ask = <T>(work: (admin: Admin) => Promise<T>) => work(admin as unknown as Admin);
  return { session: { ask }, made, asked };
}

describe('makeTopics', () => {
  it('waits for a topic that the broker does not know yet, and for its leader', async () => {
    const { session, made, asked } = slowBroker(8);
    await makeTopics(session, packs, new AbortController().signal);
    const topics = ['first', 'second', 'dead-letter-queue'];
    expect(made.slice(0, 3)).toEqual(topics);
    expect(asked.length).toBeGreaterThanOrEqual(12);
    expect(new Set(asked.flat())).toEqual(new Set(topics));
  });

  it('ends with a stop that comes meanwhile', async () => {
    const stop = new AbortController();
    const made = makeTopics(slowBroker(Infinity).session, packs, stop.signal);
    stop.abort();
    await expect(made).rejects.toMatchObject({ failure: { code: 'REQUEST_CANCELLED' } });
  });
});
