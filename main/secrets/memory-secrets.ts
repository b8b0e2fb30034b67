import type { SecretKeeping } from '../contract/secret-keeping';
import { noSecret } from './secret-store';
import type { SecretStore } from './secret-store';

/** Secrets of this run alone: nothing of them reaches a disk. */
export class MemorySecrets implements SecretStore {
  private readonly secrets = new Map<string, string>();
  readonly keeping: SecretKeeping;

  constructor(reason: 'noStore' | 'openStore') {
    this.keeping = { kind: 'thisRun', reason };
  }

  async set(name: string, secret: string): Promise<void> {
    this.secrets.set(name, secret);
  }

  async has(name: string): Promise<boolean> {
    return this.secrets.has(name);
  }

  async count(): Promise<number> {
    return this.secrets.size;
  }

  async delete(name: string): Promise<void> {
    this.secrets.delete(name);
  }

  async use<T>(name: string, work: (secret: string) => T | Promise<T>): Promise<T> {
    const secret = this.secrets.get(name);
    if (secret === undefined) throw noSecret(name);
    return work(secret);
  }
}
