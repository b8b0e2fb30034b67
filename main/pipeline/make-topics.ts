import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';
import type { AdminSession } from '../kafka/admin-session';
import { deadLetterTopic, ensureTopics, keepAsSet, readTopicState } from '../kafka/topics';
import { waitUntil } from './wait-until';

const lookEveryMs = 100;
const deadlineMs = 30_000;

/**
 * Makes the topics of the packs that are missing, waits until all of them can be used, and has them
 * keep their records as long as they are to. A broker
 * that has just begun, or just made a topic, answers for a moment that it does not host it or that
 * nobody leads it. Fails with `SERVICE_NOT_READY`, which says what it answered last, when that does
 * not end, and with `REQUEST_CANCELLED`.
 */
export async function makeTopics(
  session: Pick<AdminSession, 'ask'>,
  packs: readonly StreamPack[],
  signal: AbortSignal,
): Promise<void> {
  const topics = [...packs.map((pack) => pack.topic.name), deadLetterTopic];
  let reason = 'no answer yet';
  const canBeUsed = () =>
    session
      .ask(async (admin) => {
        await ensureTopics(admin, packs);
        const states = await Promise.all(topics.map((topic) => readTopicState(admin, topic)));
        if (states.every(({ leaderless }) => leaderless === 0)) await keepAsSet(admin, packs);
        return states;
      })
      .then(
        (states) => {
          const waiting = states.find(({ leaderless }) => leaderless > 0);
          reason = `no leader of ${waiting?.topic}`;
          return waiting === undefined;
        },
        (error: Error) => {
          reason = error.message;
          return false;
        },
      );
  const onDeadline = () => failed('SERVICE_NOT_READY', { service: 'broker', deadlineMs, reason });
  await waitUntil(canBeUsed, { intervalMs: lookEveryMs, deadlineMs, signal, onDeadline });
}
