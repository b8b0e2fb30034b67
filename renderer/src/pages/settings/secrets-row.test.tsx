import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { DesktopResponseOf } from '../../../../main/contract/desktop';
import type { Failure } from '../../../../main/contract/failure';
import type { DesktopClient } from '../../api/desktop-client';
import { createFakeDesktop } from '../../fixtures/fake-desktop';
import { DesktopContext } from '../../state/desktop-context';
import { SecretsRow } from './secrets-row';

afterEach(cleanup);

async function textWith(desktop: DesktopClient | null): Promise<string> {
  await act(async () => {
    render(
      <DesktopContext value={desktop}>
        <SecretsRow />
      </DesktopContext>,
    );
    await new Promise((resolve) => setTimeout(resolve));
  });
  return screen.getByTestId('setting-window.secrets').textContent ?? '';
}
const keeping = (kept: DesktopResponseOf<'desktop.readSecrets'>) =>
  textWith(createFakeDesktop({ 'desktop.readSecrets': () => kept }).desktop);

it('warns where the store of the system is not known to hide anything', async () => {
  const text = await keeping({ keeping: { kind: 'thisRun', reason: 'openStore' }, count: 0 });
  expect(text).toContain('None is kept');
  expect(text).toContain('no keyring');
  expect(text).toContain('in memory for this run alone');
});

it('warns where there is no store', async () => {
  const text = await keeping({ keeping: { kind: 'thisRun', reason: 'noStore' }, count: 0 });
  expect(text).toContain('no secret store: a secret is kept in memory for this run alone');
});

it('says that the system encrypts them, and how many there are', async () => {
  const text = await keeping({ keeping: { kind: 'system' }, count: 2 });
  expect(text).toContain('2 are kept');
  expect(text).toContain('A secret is kept encrypted by the secret store of this system.');
  expect(text).not.toContain('this run');
});

it('says in a browser that only the desktop reaches the store', async () => {
  expect(await textWith(null)).toContain('does not reach the secret store');
});

it('says why it could not be asked', async () => {
  const failure: Failure = { code: 'INTERNAL', facts: { reason: 'x' }, lastLogLines: [] };
  const { desktop } = createFakeDesktop({ 'desktop.readSecrets': () => failure });
  expect(await textWith(desktop)).toContain('x');
  expect(screen.getByRole('alert')).toBeTruthy();
});
