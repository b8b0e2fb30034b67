import { ConfigSource, KafkaJSProtocolError, type Admin, type IResourceConfig } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import type { StreamPack } from '../contract/stream-pack';
import { makeTopics } from './make-topics';

const packs = ['first', 'second'].map(
  (name) => ({ topic: { name, partitions: 1, retentionMs: 3_600_000 } }) as StreamPack,
);
const unknownTopic = () =>
  new KafkaJSProtocolError(
    Object.assign(new Error('This server does not host this topic-partition'), { code: 3 }),
  );

type Entries = Readonly<Record<string, string>>;

/** What the broker says of a topic, with one value that is its own default. */
const described = ([resourceName, entries]: readonly [string, Entries]) => ({
  resourceName,
  configEntries: [
    ...Object.entries(entries).map(([configName, configValue]) => ({
      ...{ configName, configValue, configSource: ConfigSource.TOPIC_CONFIG },
    })),
    {
      ...{ configName: 'cleanup.policy', configValue: 'delete' },
      configSource: ConfigSource.DEFAULT_CONFIG,
    },
  ],
});

/** A broker that knows a new topic only after so many questions, and then elects its leader. */
function slowBroker(questionsUntilKnown: number, existing = new Map<string, Entries>()) {
  const asked: string[][] = [];
  const made: string[] = [];
  const altered: IResourceConfig[] = [];
  const admin = {
    listTopics: async () => [...existing.keys()],
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
    describeConfigs: async () => ({ resources: [...existing].map(described) }),
    alterConfigs: async (request: Parameters<Admin['alterConfigs']>[0]) => {
      altered.push(...request.resources);
    },
  };
  const ask = <T>(work: (admin: Admin) => Promise<T>) => work(admin as unknown as Admin);
  return { session: { ask }, made, asked, altered };
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

  it('has a topic that exists keep its records as long as it is to, and what else was set', async () => {
    const kept = { 'message.timestamp.type': 'LogAppendTime', 'segment.ms': '900000' };
    const existing = new Map<string, Entries>([
      ['first', { ...kept, 'retention.ms': '60000', 'max.message.bytes': '5000' }],
      ['second', { ...kept, 'retention.ms': '3600000' }],
    ]);
    const { session, made, altered } = slowBroker(0, existing);
    await makeTopics(session, packs, new AbortController().signal);
    expect(new Set(made)).toEqual(new Set(['dead-letter-queue']));
    expect(altered).toMatchObject([{ name: 'first' }]);
    const entries = altered[0]!.configEntries.map(({ name, value }) => [name, value]);
    expect(Object.fromEntries(entries)).toEqual({
      ...kept,
      'retention.ms': '3600000',
      'max.message.bytes': '5000',
    });
  });

  it('ends with a stop that comes meanwhile', async () => {
    const stop = new AbortController();
    const made = makeTopics(slowBroker(Infinity).session, packs, stop.signal);
    stop.abort();
    await expect(made).rejects.toMatchObject({ failure: { code: 'REQUEST_CANCELLED' } });
  });
});
