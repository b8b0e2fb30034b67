import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EncryptedSecrets } from './encrypted-secrets';
import type { Cipher } from './encrypted-secrets';
import { MemorySecrets } from './memory-secrets';
import type { SecretStore } from './secret-store';

/** Stands in for the system: a key that another user does not have. */
function systemCipher(): Cipher {
  const key = randomBytes(32);
  return {
    encrypt: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    decrypt: (encrypted) => {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, 12));
      decipher.setAuthTag(encrypted.subarray(12, 28));
      return Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString();
    },
  };
}

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-secrets-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, 'secrets.json');
const reveal = (store: SecretStore, name: string) => store.use(name, (secret) => secret);
const missing = { failure: { code: 'SETTING_INVALID' } };

describe.each<[string, () => SecretStore]>([
  ['in memory', () => new MemorySecrets('noStore')],
  ['encrypted', () => new EncryptedSecrets(file(), systemCipher())],
])('secrets %s', (_name, open) => {
  it('are given to the work that needs them, and to nobody after they were deleted', async () => {
    const store = open();
    expect(await store.has('a')).toBe(false);
    await store.set('a', 'pässword');
    expect([await store.has('a'), await reveal(store, 'a')]).toEqual([true, 'pässword']);
    expect(await store.count()).toBe(1);
    await store.set('a', 'other');
    expect(await reveal(store, 'a')).toBe('other');
    await store.delete('a');
    await store.delete('a');
    expect([await store.has('a'), await store.count()]).toEqual([false, 0]);
    await expect(reveal(store, 'a')).rejects.toMatchObject(missing);
  });

  it('have no names that are not theirs', async () => {
    const store = open();
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(await store.has(name), name).toBe(false);
      await expect(reveal(store, name)).rejects.toMatchObject(missing);
    }
  });
});

describe('secrets encrypted', () => {
  it('stand nowhere on the disk, and in a file of this user alone', async () => {
    const store = new EncryptedSecrets(file(), systemCipher());
    await Promise.all([store.set('a', 'planted-1'), store.set('b', 'planted-2')]);
    const all = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    for (const secret of ['planted-1', 'planted-2'])
      for (const form of [secret, Buffer.from(secret).toString('base64').slice(0, 11)])
        expect(all.join()).not.toContain(form);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect([await reveal(store, 'a'), await reveal(store, 'b')]).toEqual([
      'planted-1',
      'planted-2',
    ]);
  });

  it('outlast a restart, and are typed again where another user kept them', async () => {
    const cipher = systemCipher();
    await new EncryptedSecrets(file(), cipher).set('a', 'x');
    expect(await reveal(new EncryptedSecrets(file(), cipher), 'a')).toBe('x');
    const foreign = new EncryptedSecrets(file(), systemCipher());
    await expect(reveal(foreign, 'a')).rejects.toMatchObject({
      failure: { facts: { reason: expect.stringContaining('Type it again') as string } },
    });
  });

  it('are none in a file that is torn, and can be kept again', async () => {
    writeFileSync(file(), '{"a":');
    const store = new EncryptedSecrets(file(), systemCipher());
    expect(await store.has('a')).toBe(false);
    await store.set('a', 'x');
    expect(await reveal(store, 'a')).toBe('x');
  });
});
