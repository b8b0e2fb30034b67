import type { ComponentHealth } from '../contract/service';
import type { AdminSession } from '../kafka/admin-session';
import { describeOwnCluster } from '../kafka/broker-probe';
import { readTopicState } from '../kafka/topics';

const answerDeadlineMs = 3_000;

/** Rejects when the broker accepts a connection but does not answer, e.g. a frozen process. */
async function withinDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const error = new Error(`no answer within ${answerDeadlineMs / 1000} s`);
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
    question: string,
    answer: () => Promise<[ComponentHealth['health'], string]>,
  ): Promise<ComponentHealth> => {
    try {
      const [health, text] = await withinDeadline(answer());
      return { component, question, health, answer: text, atMs: Date.now() };
    } catch (error) {
      const text = (error as Error).message;
      return { component, question, health: 'degraded', answer: text, atMs: Date.now() };
    }
  };
  const broker = await ask('broker', 'describeCluster', async () => {
    const node = await session.ask((admin) =>
      describeOwnCluster(admin, clusterId, session.bootstrapServers),
    );
    return ['healthy', `ok, node ${node ?? '—'}, ${session.bootstrapServers}`];
  });
  const topics = await ask('topics', `Has ${topic} its leaders?`, async () => {
    const state = await session.ask((admin) => readTopicState(admin, topic));
    const answer = `${state.partitions} partitions, ${state.leaderless} without leader`;
    return [state.leaderless === 0 ? 'healthy' : 'degraded', answer];
  });
  return [broker, topics];
}
