import type { SafeStorage } from 'electron';
import { EncryptedSecrets } from '../../main/secrets/encrypted-secrets';
import { MemorySecrets } from '../../main/secrets/memory-secrets';
import type { SecretStore } from '../../main/secrets/secret-store';

/** The part of `safeStorage` used here; the backend is told since Electron 25, on Linux alone. */
type SystemStore = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString'
> & { getSelectedStorageBackend?: SafeStorage['getSelectedStorageBackend'] };

/**
 * The secrets of a data folder, encrypted by the system where that protects them; else kept in
 * memory, and said so: without a keyring Chromium on Linux has one password for everybody.
 */
export function openSecrets(
  store: SystemStore,
  file: string,
  platform: NodeJS.Platform = process.platform,
): SecretStore {
  if (!store.isEncryptionAvailable()) return new MemorySecrets('noStore');
  if (platform === 'linux') {
    const backend = store.getSelectedStorageBackend?.() ?? 'unknown';
    if (backend === 'basic_text' || backend === 'unknown') return new MemorySecrets('openStore');
  }
  return new EncryptedSecrets(file, {
    encrypt: (text) => store.encryptString(text),
    decrypt: (encrypted) => store.decryptString(encrypted),
  });
}
