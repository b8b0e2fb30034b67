import type { Admin } from 'kafkajs';
import { kafkaClient } from './kafka-client';

/**
 * One admin connection for lag, health and the ledger: made when first asked, made anew after an
 * error (kafkajs does not reconnect an admin by itself).
 */
export class AdminSession {
  private admin: Promise<Admin> | null = null;

  constructor(readonly bootstrapServers: string) {}

  /** Runs `ask` on the connection; its error also drops the connection. */
  async ask<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
    this.admin ??= this.connect();
    const connection = this.admin;
    try {
      return await ask(await connection);
    } catch (error) {
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
    const admin = kafkaClient(this.bootstrapServers).admin();
    await admin.connect();
    return admin;
  }
}
