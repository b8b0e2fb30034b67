import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSecrets } from './open-secrets';

const reversed = (text: string) => [...text].reverse().join('');
const store = (isAvailable: boolean, backend?: string) => ({
  isEncryptionAvailable: () => isAvailable,
  encryptString: (text: string) => Buffer.from(reversed(text)),
  decryptString: (encrypted: Buffer) => reversed(encrypted.toString()),
  ...(backend ? { getSelectedStorageBackend: () => backend as 'kwallet' } : {}),
});

it.each([
  ['noStore', store(false), 'linux'],
  ['openStore', store(true, 'basic_text'), 'linux'],
  ['openStore', store(true, 'unknown'), 'linux'],
  // Electron 22 does not tell the backend: then nothing is promised.
  ['openStore', store(true), 'linux'],
] as const)('keeps secrets in memory, with the reason %s', (reason, system, platform) => {
  const { keeping } = openSecrets(system, '/nowhere/secrets.json', platform);
  expect(keeping).toEqual({ kind: 'thisRun', reason });
});

it('encrypts by the system where that protects', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deltadesk-safe-'));
  const file = join(folder, 'secrets.json');
  try {
    for (const [system, platform] of [
      [store(true, 'gnome_libsecret'), 'linux'],
      [store(true), 'win32'],
      [store(true), 'darwin'],
    ] as const) {
      const secrets = openSecrets(system, file, platform);
      await secrets.set('a', 'secret');
      expect(secrets.keeping).toEqual({ kind: 'system' });
      expect(await secrets.use('a', (secret) => secret)).toBe('secret');
      expect(readFileSync(file, 'utf8')).not.toContain('secret');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
