import { sayProof as say } from '../contract/proof-sentences';
import type { Sentence } from '../contract/sentence';
import type { ComponentHealth } from '../contract/service';
import type { AdminSession } from '../kafka/admin-session';
import { describeOwnCluster } from '../kafka/broker-probe';
import { readTopicState } from '../kafka/topics';
import { proof } from './proof';

const answerDeadlineMs = 3_000;

/** The broker took the connection, and is silent. */
class NoAnswer extends Error {}

/** Rejects when the broker accepts a connection but does not answer, e.g. a frozen process. */
async function withinDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const error = new NoAnswer();
    timer = setTimeout(() => reject(error), answerDeadlineMs);
  });
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}

/** Asks the broker for itself and for the topic; both cards carry the answer as proof. */
export async function checkBroker(
  session: AdminSession,
  clusterId: string,
  topic: string,
): Promise<ComponentHealth[]> {
  const ask = async (
    component: 'broker' | 'topics',
    question: Sentence,
    answer: () => Promise<[ComponentHealth['health'], Sentence]>,
  ): Promise<ComponentHealth> => {
    try {
      const [health, told] = await withinDeadline(answer());
      return proof(component, health, { question, answer: told }, Date.now());
    } catch (error) {
      const told =
        error instanceof NoAnswer
          ? say('noAnswer', { seconds: answerDeadlineMs / 1000 })
          : say('asIs', { text: (error as Error).message });
      return proof(component, 'degraded', { question, answer: told }, Date.now());
    }
  };
  const broker = await ask('broker', say('askCluster'), async () => {
    const node = await session.ask((admin) =>
      describeOwnCluster(admin, clusterId, session.bootstrapServers),
    );
    const { bootstrapServers } = session;
    return ['healthy', say('cluster', { node: node ?? '—', bootstrapServers })];
  });
  const topics = await ask('topics', say('askLeaders', { topic }), async () => {
    const state = await session.ask((admin) => readTopicState(admin, topic));
    const { partitions, leaderless } = state;
    const answer = say('leaders', { partitions, leaderless });
    return [leaderless === 0 ? 'healthy' : 'degraded', answer];
  });
  return [broker, topics];
}
