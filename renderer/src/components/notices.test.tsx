import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alert } from '../../../main/contract/alerts';
import type { SettingsReport, SettingValue } from '../../../main/contract/settings';
import { createClient } from '../api/control-center-client';
import { followNotices } from '../api/follow-notices';
import { createStores } from '../state/stores';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage, settle } from '../fixtures/prepare-page';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
beforeEach(() => window.localStorage.clear());
afterEach(() => {
  cleanup();
  window.location.hash = '';
  vi.unstubAllGlobals();
});

const alert: Alert = {
  alertId: 'a1',
  rule: 'lag',
  subject: '',
  severity: 'warning',
  pack: 'sales',
  raisedAtMs: 1,
  clearedAtMs: null,
  message: 'Lag is 2,000 records.',
  value: 2_000,
  limit: 1_000,
  muted: false,
};
const report = (value: SettingValue): SettingsReport => ({
  file: '/d/settings.yaml',
  problems: [],
  settings: [
    {
      name: 'producer.ratePerSecond',
      title: 'Events per second',
      titleFr: 'Événements par seconde',
      kind: { type: 'number', min: 1, max: 9, integer: true, unit: null },
      nullable: false,
      default: 1,
      takesEffect: 'at once',
      value,
      source: 'file',
      fixedBy: null,
      waiting: null,
    },
  ],
});

async function open(answers: Parameters<typeof createFakeTransport>[0] = {}) {
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
    'settings.read': () => report(1),
    ...answers,
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  await settle();
  return { transport, stores };
}
const pushState = (
  transport: Awaited<ReturnType<typeof open>>['transport'],
  state: Parameters<typeof overviewIn>[0],
) => act(async () => transport.push('overview.changed', overviewIn(state, Date.now())));

describe('notices of the page', () => {
  it('show an alert until it is dismissed, and its end in its place', async () => {
    const { transport, stores } = await open();
    act(() => transport.push('alert.changed', alert));
    expect(screen.getByTestId('notice-alert').textContent).toContain('Alert:');
    act(() => transport.push('alert.changed', { ...alert, clearedAtMs: 2 }));
    expect(screen.getAllByTestId('notice-alert')).toHaveLength(1);
    expect(screen.getByTestId('notice-alert').textContent).toContain('Over:');
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await settle();
    expect(stores.address.getState().address.path).toBe('/quality');
    expect(screen.queryByTestId('notice-alert')).toBeNull();
  });

  it('say nothing of an alert that is muted, and go when it is', async () => {
    const { transport } = await open();
    act(() => transport.push('alert.changed', { ...alert, muted: true }));
    expect(screen.queryByTestId('notice-alert')).toBeNull();
    act(() => transport.push('alert.changed', alert));
    expect(screen.getByTestId('notice-alert')).toBeTruthy();
    act(() => transport.push('alert.changed', { ...alert, muted: true }));
    expect(screen.queryByTestId('notice-alert')).toBeNull();
  });

  it('tell a failure once, and the recovery in its place', async () => {
    const { transport } = await open();
    await pushState(transport, 'failed');
    await pushState(transport, 'failed');
    expect(screen.getAllByTestId('notice-failed')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: /^Dismiss: The pipeline has failed/ }));
    await pushState(transport, 'failed');
    expect(screen.queryByTestId('notice-failed')).toBeNull();
    await pushState(transport, 'running');
    expect(screen.getByTestId('notice-recovered')).toBeTruthy();
  });

  it('say once that closing the tab stops nothing, and how to stop', async () => {
    const texts: Record<string, string> = {};
    const folder: Parameters<typeof open>[0] = {
      'keptTexts.read': () => ({ texts: { ...texts } }),
      'keptText.keep': ({ name, text }) => {
        if (text !== null) texts[name] = text;
        return {};
      },
    };
    const first = await open(folder);
    await pushState(first.transport, 'running');
    expect(screen.getByTestId('notice-tabHint').textContent).toContain('Ctrl+C');
    cleanup();
    // A browser forgets with the port; the data folder does not.
    window.localStorage.clear();
    const second = await open(folder);
    await pushState(second.transport, 'running');
    expect(screen.queryByTestId('notice-tabHint')).toBeNull();
  });

  it('name a setting that another tab has changed, and none of this page', async () => {
    const changes: ((value: number) => void)[] = [];
    const { transport, stores } = await open({
      'setting.change': ({ value }) => {
        changes[0]?.(value as number);
        return report(value);
      },
    });
    changes.push((value) => transport.push('settings.changed', report(value)));
    act(() => transport.become({ kind: 'lost', retryAtMs: null, hasEnded: false }));
    act(() => transport.become({ kind: 'open' }));
    await settle();
    act(() => transport.push('settings.changed', report(2)));
    expect(screen.getByTestId('notice-settings').textContent).toContain('producer.ratePerSecond');
    act(() => transport.push('settings.changed', report(2)));
    act(() => stores.notices.getState().dismiss('settings'));
    act(() => transport.push('settings.changed', report(2)));
    expect(screen.queryByTestId('notice-settings')).toBeNull();

    const client = createClient(transport);
    const own = createStores(client, window);
    followNotices(client, own, 'desktop');
    act(() => transport.push('settings.changed', report(2)));
    const change = { name: 'producer.ratePerSecond', value: 3 };
    await act(() => client.request('setting.change', change));
    expect(own.notices.getState().shown).toEqual([]);
    act(() => transport.push('settings.changed', report(4)));
    expect(own.notices.getState().shown).toHaveLength(1);
  });

  it.each([
    ['three', 1440, 3, '2 more'],
    ['one in a narrow window', 1024, 1, '4 more'],
  ])('draw %s, and count the rest', async (_, width, drawn, more) => {
    vi.stubGlobal('innerWidth', width);
    const { transport } = await open();
    await act(async () => {
      for (const alertId of ['1', '2', '3', '4', '5'])
        transport.push('alert.changed', { ...alert, alertId });
    });
    expect(screen.getAllByTestId('notice-alert')).toHaveLength(drawn);
    expect(screen.getByText(more)).toBeTruthy();
  });
});

describe('the page after the end', () => {
  it('says that Deltadesk has stopped, in the tab too, and still shows its last figures', async () => {
    const { transport } = await open();
    act(() => transport.become({ kind: 'lost', retryAtMs: null, hasEnded: true }));
    expect(screen.getByRole('heading', { name: 'Deltadesk has stopped' })).toBeTruthy();
    expect(document.title).toBe('Deltadesk has stopped');
    fireEvent.click(screen.getByRole('button', { name: 'Look at the last figures' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/^Deltadesk has stopped, last data/)).toBeTruthy();
  });

  it('is not what a lost connection shows: that is a band, and no state that may be over', async () => {
    const { transport } = await open();
    act(() => transport.become({ kind: 'lost', retryAtMs: Date.now() + 4_000, hasEnded: false }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.title).toBe('Connection lost · Pipeline · Deltadesk');
    act(() => transport.become({ kind: 'open' }));
    await settle();
    expect(document.title).toBe('Stopped · Pipeline · Deltadesk');
  });
});
