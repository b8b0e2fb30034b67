import { useEffect, useState } from 'react';
import type { TopicLag } from '../../../../main/contract/kafka';
import type { KafkaTopic, KafkaTopics } from '../../../../main/contract/kafka-topics';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';

/** The broker is asked again this often (ux.md 5.4). */
const refreshMs = 5_000;

/** A topic with what this page adds: figures of the whole, its rate and the query's lag. */
export interface TopicRow {
  readonly topic: KafkaTopic;
  /** Records that the log still has. */
  readonly records: number;
  /** Records per second between the last two answers; null before the second. */
  readonly ratePerSecond: number | null;
  /** Null where no query reads it, or before its first sample. */
  readonly lag: TopicLag | null;
}

const ends = ({ partitions }: KafkaTopic) =>
  partitions.reduce((sum, { logEndOffset }) => sum + logEndOffset, 0);

/** The topics of the broker, asked again every 5 s; lags come with the overview, each second. */
export function useTopics() {
  const nowMs = useNowMs();
  const lag = useStores('overview', ({ overview }) => overview?.lag ?? null);
  const alongside = useStores('overview', ({ overview }) => overview?.alongside ?? null);
  const isRunning = useStores('overview', ({ overview }) => overview?.pipeline.state ?? '');
  const asked = useRequest('kafkaTopics.read', {}, `${isRunning} ${Math.floor(nowMs / refreshMs)}`);
  const { value } = asked;
  const [answers, setAnswers] = useState<{ before: KafkaTopics | null; now: KafkaTopics | null }>({
    before: null,
    now: null,
  });
  useEffect(() => {
    if (value) setAnswers(({ now }) => ({ before: now, now: value }));
  }, [value]);
  const lags = [lag, ...(alongside ?? []).map((one) => one.lag)];
  const rows = (value?.topics ?? []).map((topic): TopicRow => ({
    topic,
    records: topic.partitions.reduce(
      (sum, { logStartOffset, logEndOffset }) => sum + logEndOffset - logStartOffset,
      0,
    ),
    ratePerSecond: rateOf(topic.topic, answers.before, answers.now),
    lag: lags.find((one) => one?.topic === topic.topic) ?? null,
  }));
  return { ...asked, rows };
}

function rateOf(name: string, before: KafkaTopics | null, now: KafkaTopics | null): number | null {
  const find = (topics: KafkaTopics) => topics.topics.find(({ topic }) => topic === name);
  const [first, second] = [before && find(before), now && find(now)];
  if (!before || !now || !first || !second || now.atMs <= before.atMs) return null;
  return Math.max(0, ((ends(second) - ends(first)) / (now.atMs - before.atMs)) * 1000);
}
