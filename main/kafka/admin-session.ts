import type { Admin } from 'kafkajs';
import { kafkaClient } from './kafka-client';

/**
 * One admin connection for lag, health and the ledger: made when first asked, made anew after an
 * error (kafkajs does not reconnect an admin by itself).
 */
export class AdminSession {
  private admin: Promise<Admin> | null = null;

  constructor(readonly bootstrapServers: string) {}

  /**
   * Runs `ask` on the connection; a broken connection is dropped. An error that is the broker's
   * answer leaves it alone: others may be asking on it at the same moment.
   */
  async ask<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
    this.admin ??= this.connect();
    const connection = this.admin;
    try {
      return await ask(await connection);
    } catch (error) {
      if (!isConnectionError(error)) throw error;
      if (this.admin === connection) this.admin = null;
      void connection.then((admin) => admin.disconnect()).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    const connection = this.admin;
    this.admin = null;
    await connection?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  private async connect(): Promise<Admin> {
    // Reading twice is harmless, so here the library may retry (stale metadata, a new leader).
    const admin = kafkaClient(this.bootstrapServers).admin({
      retry: { retries: 4, initialRetryTime: 100 },
    });
    await admin.connect();
    return admin;
  }
}

/** Errors after which a kafkajs client does not come back by itself. */
function isConnectionError(error: unknown): boolean {
  const names = ['KafkaJSConnectionError', 'KafkaJSConnectionClosedError'];
  if (!(error instanceof Error)) return false;
  const { name, message, cause } = error;
  return (
    names.includes(name) ||
    /not connected|disconnected|Closed connection/i.test(message) ||
    (cause !== undefined && isConnectionError(cause))
  );
}
