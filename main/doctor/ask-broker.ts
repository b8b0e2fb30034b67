import { failed, FailureError } from '../contract/failure';
import { AdminSession } from '../kafka/admin-session';

/**
 * Asks the broker on a connection of its own, as any Kafka client would make one. Fails with
 * `KAFKA_NOT_READY` when nobody answers.
 */
export async function askBroker<T>(
  bootstrapServers: string,
  ask: Parameters<typeof AdminSession.prototype.ask<T>>[0],
): Promise<T> {
  const session = new AdminSession(bootstrapServers);
  try {
    return await session.ask(ask);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw failed('KAFKA_NOT_READY', { bootstrapServers });
  } finally {
    await session.close();
  }
}
