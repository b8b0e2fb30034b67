import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeDesktop } from '../fixtures/fake-desktop';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';
import { settingsReport } from '../fixtures/settings-fixtures';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
beforeEach(() => window.localStorage.clear());
afterEach(() => {
  cleanup();
  window.location.hash = '';
});
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 10)));

async function pageInDesktop(
  answers: Parameters<typeof createFakeDesktop>[0] = {},
  address = '/settings',
) {
  window.location.hash = address;
  const fake = createFakeDesktop(answers);
  const startAtLogin = {
    ...settingsReport().settings[0]!,
    name: 'general.startAtLogin',
    title: 'Desktop: start at login',
    kind: { type: 'flag' } as const,
    value: false,
    default: false,
  };
  const transport = createFakeTransport({
    'app.read': () => ({ version: '0.1.0', pid: 1, host: 'desktop', dataFolder: '/home/me/lake' }),
    'overview.read': () => overviewIn('running', Date.now()),
    'settings.read': () => ({ ...settingsReport(), settings: [startAtLogin] }),
  });
  const { page, stores } = await preparePage(transport, fake.desktop);
  render(page);
  await settle();
  return { ...fake, stores, transport };
}

describe('the page in the desktop', () => {
  it('tells how it looks, at its start and at each change', async () => {
    const { asked, stores } = await pageInDesktop();
    act(() => stores.theme.getState().choose('dark'));
    act(() => stores.language.getState().choose('fr'));
    act(() => stores.language.getState().choose('en'));
    const told = asked.filter(({ name }) => name === 'desktop.showAppearance');
    expect(told.map(({ request }) => request)).toEqual([
      { theme: 'system', language: 'en' },
      { theme: 'dark', language: 'en' },
      { theme: 'dark', language: 'fr' },
      { theme: 'dark', language: 'en' },
    ]);
  });

  it('does what menus, tray and notifications say: an address, a theme, a shortcut', async () => {
    const { push, stores } = await pageInDesktop();
    act(() => push('desktop.themeChosen', { theme: 'light' }));
    act(() => push('desktop.commandChosen', { command: 'help' }));
    expect(stores.theme.getState().choice).toBe('light');
    expect(screen.getByRole('dialog')).toBeTruthy();
    push('desktop.addressChosen', { address: '/kafka?topic=a' });
    await settle();
    expect(stores.address.getState().address).toEqual({
      path: '/kafka',
      parameters: { topic: 'a' },
    });
  });

  it('says that everything stops once Deltadesk ends', async () => {
    const { push } = await pageInDesktop();
    expect(screen.queryByTestId('quitting')).toBeNull();
    act(() => push('desktop.quitBegun', {}));
    expect(screen.getByTestId('quitting').textContent).toContain('Everything stops in order');
  });

  it('has the settings that only the desktop follows', async () => {
    await pageInDesktop();
    expect(screen.getByText('Desktop: start at login')).toBeTruthy();
  });

  it('changes the data folder by the dialog, and tells a refusal', async () => {
    const { asked } = await pageInDesktop({
      'desktop.chooseFolder': () => ({ folder: '/tmp/x' }),
      'desktop.useDataFolder': () => ({
        code: 'DATA_FOLDER_DENIED',
        facts: { folder: '/tmp/x', reason: 'it is a temporary folder' },
        lastLogLines: [],
      }),
    });
    const row = within(screen.getByTestId('setting-window.dataFolder'));
    expect(row.getByText('/home/me/lake')).toBeTruthy();
    fireEvent.click(row.getByRole('button', { name: 'Change…' }));
    await settle();
    expect(asked.at(-1)).toEqual({ name: 'desktop.useDataFolder', request: { folder: '/tmp/x' } });
    expect(row.getByRole('alert').textContent).toContain('it is a temporary folder');
  });

  it('asks for nothing when the dialog was closed', async () => {
    const { asked } = await pageInDesktop({ 'desktop.chooseFolder': () => ({ folder: null }) });
    fireEvent.click(screen.getByRole('button', { name: 'Change…' }));
    await settle();
    expect(asked.at(-1)?.name).toBe('desktop.chooseFolder');
  });
});
