import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { noSecret } from './secret-store';
import type { SecretStore } from './secret-store';

/** The system's own encryption, bound to this user on this machine. */
export interface Cipher {
  encrypt(text: string): Buffer;
  /** Throws for what was encrypted elsewhere. */
  decrypt(encrypted: Buffer): string;
}

const secretsFile = z.record(z.string(), z.base64());

/**
 * Secrets in one file, each encrypted by the system. A file of another machine or user is no error
 * until one of its secrets is used: then it must be typed again.
 */
export class EncryptedSecrets implements SecretStore {
  readonly keeping = { kind: 'system' } as const;
  /** Changes one after another: each reads the whole file. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly cipher: Cipher,
  ) {}

  set(name: string, secret: string): Promise<void> {
    const encrypted = this.cipher.encrypt(secret).toString('base64');
    return this.change((all) => ({ ...all, [name]: encrypted }));
  }

  async has(name: string): Promise<boolean> {
    return Object.hasOwn(await this.read(), name);
  }

  async count(): Promise<number> {
    return Object.keys(await this.read()).length;
  }

  delete(name: string): Promise<void> {
    return this.change(({ [name]: _, ...others }) => others);
  }

  async use<T>(name: string, work: (secret: string) => T | Promise<T>): Promise<T> {
    const all = await this.read();
    const encrypted = Object.hasOwn(all, name) ? all[name] : undefined;
    if (encrypted === undefined) throw noSecret(name);
    return work(this.decrypt(name, encrypted));
  }

  private decrypt(name: string, encrypted: string): string {
    try {
      return this.cipher.decrypt(Buffer.from(encrypted, 'base64'));
    } catch {
      throw noSecret(name, 'it was kept by another user or machine. Type it again.');
    }
  }

  /** A file that is missing or made up holds no secrets. */
  private async read(): Promise<Record<string, string>> {
    try {
      return secretsFile.parse(JSON.parse(await readFile(this.file, 'utf8')));
    } catch {
      return {};
    }
  }

  private change(next: (all: Record<string, string>) => Record<string, string>): Promise<void> {
    const changed = this.turn.then(async () => {
      const text = `${JSON.stringify(next(await this.read()))}\n`;
      await writeFile(`${this.file}.new`, text, { mode: 0o600 });
      await rename(`${this.file}.new`, this.file);
    });
    this.turn = changed.catch(() => undefined);
    return changed;
  }
}
