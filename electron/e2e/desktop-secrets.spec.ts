import { expect, test } from './fixtures/desktop-test';

/*
 * Setup: the desktop on a folder of its own.
 * Result: Settings says what Electron itself says of the system's secret store, with the warning
 * where no keyring is known.
 */
test('Settings says how secrets are kept on this system', async ({ desktop }) => {
  const { app, page } = await desktop.launch();
  const store = await app.evaluate(({ safeStorage }) => ({
    isAvailable: safeStorage.isEncryptionAvailable(),
    // Told on Linux alone, and by no Electron before 25.
    backend: safeStorage.getSelectedStorageBackend?.() ?? 'unknown',
    isLinux: process.platform === 'linux',
  }));
  const hidesNothing = store.isLinux && ['basic_text', 'unknown'].includes(store.backend);
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  const row = page.getByTestId('setting-window.secrets');
  await expect(row).toContainText('None is kept');
  await expect(row).toContainText(
    !store.isAvailable
      ? 'no secret store: a secret is kept in memory for this run alone'
      : hidesNothing
        ? 'no keyring'
        : 'kept encrypted by the secret store of this system',
  );
});
