import { AdminSession } from './admin-session';
import { readTopicState } from './topics';

/**
 * The partitions that a topic has, which may be others than its pack says: a topic keeps the number
 * that it was made with. Fails when the broker cannot be reached or does not know the topic.
 */
export async function countPartitions(bootstrapServers: string, topic: string): Promise<number> {
  const session = new AdminSession(bootstrapServers);
  try {
    return (await session.ask((admin) => readTopicState(admin, topic))).partitions;
  } finally {
    await session.close();
  }
}
