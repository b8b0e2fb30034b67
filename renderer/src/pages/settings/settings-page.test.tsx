import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { sayEvent } from '../../../../main/contract/event-sentences';
import type { Failure } from '../../../../main/contract/failure';
import type { SettingsReport } from '../../../../main/contract/settings';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';
import { settingsReport } from '../../fixtures/settings-fixtures';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
const refused: Failure = {
  code: 'SETTING_INVALID',
  facts: { setting: 'httpApi.port', reason: 'It must be free.' },
  lastLogLines: [],
};

async function pageAt(address: string, answers: Parameters<typeof createFakeTransport>[0] = {}) {
  const transport = createFakeTransport({ 'settings.read': settingsReport, ...answers });
  const { page, stores } = await preparePage(transport);
  render(page);
  act(() => stores.address.getState().open(address));
  await settle();
  return { transport, stores };
}
const row = (name: string) => within(screen.getByTestId(`setting-${name}`));

describe('the settings', () => {
  it('show one group of the address, each row with its default, range and source', async () => {
    await pageAt('/settings/tables');
    const text = screen.getByTestId('setting-tables.vacuumRetentionHours').textContent;
    expect(text).toContain('Default: none');
    expect(text).toContain('Whole numbers: 1 to 87,600 h');
    expect(text).toContain('Source: file');
    expect(screen.queryByTestId('setting-httpApi.port')).toBeNull();
  });

  it('keep a number on Enter, and only once', async () => {
    const { transport } = await pageAt('/settings/tables', { 'setting.change': settingsReport });
    const field = row('tables.vacuumRetentionHours').getByRole('spinbutton');
    fireEvent.change(field, { target: { value: '200' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await settle();
    expect(transport.asked.filter(({ name }) => name === 'setting.change')).toEqual([
      { name: 'setting.change', request: { name: 'tables.vacuumRetentionHours', value: 200 } },
    ]);
  });

  it('say what a value must be without asking, and take it back by Escape', async () => {
    const { transport } = await pageAt('/settings/tables');
    const field = row('tables.vacuumRetentionHours').getByRole<HTMLInputElement>('spinbutton');
    fireEvent.change(field, { target: { value: '0' } });
    fireEvent.blur(field);
    expect(screen.getByRole('alert').textContent).toContain('whole number from 1 to 87,600');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('168');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(transport.asked.some(({ name }) => name === 'setting.change')).toBe(false);
  });

  it('tell the reason of a refusal beside the row', async () => {
    await pageAt('/settings/tables', { 'setting.reset': () => refused });
    fireEvent.click(screen.getByRole('button', { name: /^Reset tables/ }));
    await settle();
    expect(screen.getByRole('alert').textContent).toBe('It must be free.');
  });

  it('that the environment decides are read-only and say so', async () => {
    await pageAt('/settings/httpApi');
    const port = row('httpApi.port');
    expect(port.getByRole<HTMLInputElement>('spinbutton').disabled).toBe(true);
    expect(port.getByText(/DELTADESK_HTTP_API_PORT decides it/)).toBeTruthy();
    expect(port.queryByRole('button')).toBeNull();
  });

  it('that follow from something else are read-only, and have no default or range of their own', async () => {
    await pageAt('/settings/data');
    const path = row('data.bronzePath');
    expect(path.getByText('Tables of Bronze')).toBeTruthy();
    expect(path.getByText('/home/me/lake/delta/bronze')).toBeTruthy();
    expect(path.getByText('Read-only: follows from data.folder')).toBeTruthy();
    expect(path.getByRole('button', { name: 'Copy' })).toBeTruthy();
    expect(path.queryByRole('textbox')).toBeNull();
    expect(path.queryByText(/Default|Source/)).toBeNull();
  });

  it('collect the changes that wait for a start in one bar, also those made elsewhere', async () => {
    const { transport } = await pageAt('/settings/general');
    expect(screen.getByText('1 change needs a restart of Deltadesk')).toBeTruthy();
    const settled: SettingsReport = { ...settingsReport(), settings: [] };
    act(() => transport.push('settings.changed', settled));
    expect(screen.queryByText('1 change needs a restart of Deltadesk')).toBeNull();
  });

  it('that wait take effect by a restart, which is asked for while the pipeline runs', async () => {
    const restarting = {
      'app.restart': () => ({}),
      'overview.read': () => overviewIn('running', Date.now()),
    };
    const { transport } = await pageAt('/settings/general', restarting);
    const restarts = () => transport.asked.filter(({ name }) => name === 'app.restart').length;
    const open = () => fireEvent.click(screen.getByRole('button', { name: 'Restart now' }));
    open();
    fireEvent.click(screen.getByText('Later'));
    expect(restarts()).toBe(0);
    open();
    const dialog = within(document.querySelector('dialog')!);
    fireEvent.click(dialog.getByText('Restart now'));
    await settle();
    expect(restarts()).toBe(1);
    act(() => transport.become({ kind: 'lost', retryAtMs: null, hasEnded: true }));
    expect(screen.getByText('Deltadesk restarts')).toBeTruthy();
    expect(screen.queryByText('Deltadesk has stopped')).toBeNull();
  });

  it('are found over all groups, and a search without a hit can be cleared', async () => {
    const { stores } = await pageAt('/settings/general');
    const search = screen.getByRole('searchbox');
    fireEvent.change(search, { target: { value: 'port' } });
    expect(screen.getByText('1 setting found')).toBeTruthy();
    expect(screen.getByTestId('setting-httpApi.port')).toBeTruthy();
    fireEvent.change(search, { target: { value: 'nothing like it' } });
    fireEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(screen.getByTestId('setting-window.theme')).toBeTruthy();
    expect(stores.address.getState().address.parameters).toEqual({});
  });

  it('of the window take effect at once: language and colours', async () => {
    await pageAt('/settings');
    fireEvent.click(row('window.theme').getByRole('button', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    fireEvent.click(row('window.language').getByRole('button', { name: 'Français' }));
    expect(screen.getByRole('heading', { name: 'Général' })).toBeTruthy();
    fireEvent.click(row('window.language').getByRole('button', { name: 'English' }));
  });

  it('end Deltadesk only after it was asked', async () => {
    const { transport } = await pageAt('/settings', { 'app.quit': () => ({}) });
    const quits = () => transport.asked.filter(({ name }) => name === 'app.quit').length;
    const quit = row('quit').getByRole('button', { name: 'Quit…' });
    fireEvent.click(quit);
    fireEvent.click(screen.getByText('Go on'));
    expect(quits()).toBe(0);
    fireEvent.click(quit);
    fireEvent.click(screen.getByText('Quit'));
    await settle();
    expect(quits()).toBe(1);
  });

  it('name the entries of the file that were passed over, and its path', async () => {
    const problems = [sayEvent('settingUnknown', { setting: 'tables.x' })];
    await pageAt('/settings', { 'settings.read': () => ({ ...settingsReport(), problems }) });
    expect(screen.getByText('tables.x is not a setting; it was passed over.')).toBeTruthy();
    expect(screen.getByText('/home/me/lake/settings.json')).toBeTruthy();
  });

  it('that cannot be read are told with the way out, and asked again', async () => {
    const { transport } = await pageAt('/settings/tables', {
      'settings.read': () => ({
        code: 'SETTINGS_FILE_INVALID',
        facts: { file: 'settings.json', reason: 'line 3' },
        lastLogLines: [],
      }),
    });
    const asks = () => transport.asked.filter(({ name }) => name === 'settings.read').length;
    expect(screen.getByText('SETTINGS_FILE_INVALID')).toBeTruthy();
    const before = asks();
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await settle();
    expect(asks()).toBe(before + 1);
  });
});
