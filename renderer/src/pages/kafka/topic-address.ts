/** Topic of rejected records of all packs (floor.md section 3); it has an address of its own. */
export const deadLetterTopic = 'dead-letter-queue';

/** Address of a topic. */
export function addressOf(topic: string): string {
  return topic === deadLetterTopic ? '/kafka/dlq' : `/kafka/topics/${encodeURIComponent(topic)}`;
}

/** The topic of an address; null where it names none. */
export function topicOf(path: string): string | null {
  if (path === '/kafka/dlq') return deadLetterTopic;
  const name = /^\/kafka\/topics\/(.+)$/.exec(path)?.[1];
  return name === undefined ? null : decodeURIComponent(name);
}
