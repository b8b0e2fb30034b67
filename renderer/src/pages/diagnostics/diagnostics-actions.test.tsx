import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DoctorCheck, DoctorCheckId } from '../../../../main/contract/doctor';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.location.hash = '';
});
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));

const topics: DoctorCheck = {
  id: 'topics',
  question: 'Topics?',
  result: 'failed',
  answer: 'There is no topic.',
  remedy: 'Restart the broker.',
  tookMs: 12,
  action: 'restartBroker',
  muted: false,
};
const tables: DoctorCheck = { ...topics, id: 'tables', action: 'resetData' };

async function page(answers: Parameters<typeof createFakeTransport>[0] = {}) {
  let muted: DoctorCheckId[] = [];
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
    'doctor.run': () => ({
      atMs: Date.now(),
      dataFolder: '/d',
      ok: false,
      checks: [topics, tables].map((check) => ({ ...check, muted: muted.includes(check.id) })),
    }),
    'doctor.mute': ({ id, muted: isMuted }) => {
      muted = isMuted ? [...muted, id] : muted.filter((one) => one !== id);
      return { muted };
    },
    'doctor.runOne': () => ({
      ...topics,
      result: 'passed',
      answer: 'All there.',
      remedy: null,
      action: null,
    }),
    'part.restart': () => ({ part: 'broker', tookMs: 1 }),
    ...answers,
  });
  const { page: element, stores } = await preparePage(transport);
  render(element);
  act(() => stores.address.getState().open('/diagnostics'));
  await settle();
  const asked = () =>
    transport.asked.filter(({ name }) =>
      /^(doctor\.(mute|runOne)|part\.|bundle\.|download\.)/.test(name),
    );
  return { asked, stores };
}
const row = (id: DoctorCheckId) => within(screen.getByTestId(`check-${id}`));

describe('a check of the diagnostics', () => {
  it('is muted and counts again: shown apart, and left out of the badge', async () => {
    const { asked } = await page();
    expect(screen.getByRole('link', { name: /2 failed checks/ })).toBeTruthy();
    fireEvent.click(row('topics').getByRole('button', { name: /^Mute/ }));
    await settle();
    expect(screen.getByRole('heading', { name: 'Muted, not counted' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /1 failed check$/ })).toBeTruthy();
    expect(screen.getByText('1 failed, 1 muted')).toBeTruthy();
    fireEvent.click(row('topics').getByRole('button', { name: /^Unmute/ }));
    await settle();
    expect(screen.getByRole('link', { name: /2 failed checks/ })).toBeTruthy();
    expect(asked().map(({ request }) => request)).toEqual([
      { id: 'topics', muted: true },
      { id: 'topics', muted: false },
    ]);
  });

  it('is asked again by itself', async () => {
    const { asked } = await page();
    fireEvent.click(row('topics').getByRole('button', { name: /^Rerun/ }));
    await settle();
    expect(screen.getByTestId('check-topics').dataset['result']).toBe('passed');
    expect(screen.getByTestId('check-tables').dataset['result']).toBe('failed');
    expect(asked()).toEqual([{ name: 'doctor.runOne', request: { id: 'topics' } }]);
  });

  it('is mended where the product can do it, and asked again', async () => {
    const { asked } = await page();
    fireEvent.click(row('topics').getByRole('button', { name: 'Restart broker' }));
    await settle();
    expect(asked()).toEqual([
      { name: 'part.restart', request: { part: 'broker' } },
      { name: 'doctor.runOne', request: { id: 'topics' } },
    ]);
    expect(row('topics').queryByRole('button', { name: 'Restart broker' })).toBeNull();
  });

  it('opens the place of what it needs, and tells when the action fails', async () => {
    const failure = { code: 'PIPELINE_NOT_RUNNING', facts: {}, lastLogLines: [] } as const;
    const { stores } = await page({ 'part.restart': () => ({ ...failure, lastLogLines: [] }) });
    fireEvent.click(row('topics').getByRole('button', { name: 'Restart broker' }));
    await settle();
    expect(row('topics').getByText('PIPELINE_NOT_RUNNING')).toBeTruthy();
    fireEvent.click(row('tables').getByRole('button', { name: 'Reset data…' }));
    await settle();
    expect(stores.address.getState().address).toEqual({
      path: '/diagnostics',
      parameters: { reset: 'data' },
    });
  });
});

describe('the debug bundle', () => {
  const bundle = {
    bundleId: 'b1',
    fileName: 'deltadesk-support-20261121T100000Z.zip',
    createdAtMs: 0,
    entries: [
      { name: 'settings.json', sizeBytes: 2_048, removed: {} },
      { name: 'logs/app.log', sizeBytes: 9_000, removed: { secret: 2, homeFolder: 1 } },
    ],
  };

  it('lists its contents with what was taken out before anything can be saved', async () => {
    await page({ 'bundle.prepare': () => bundle });
    expect(screen.queryByRole('button', { name: 'Save as zip' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'List contents' }));
    await settle();
    const list = within(screen.getByRole('region', { name: 'Contents of the bundle' }));
    const rows = list.getAllByRole('row').map((one) => one.textContent);
    expect(rows[1]).toContain('settings.json');
    expect(rows[2]).toContain('2 secrets, 1 home folder');
  });

  it('is saved by the browser from an address for one use', async () => {
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      clicked.push(`${this.getAttribute('href')} ${this.download}`);
    });
    const { asked } = await page({
      'bundle.prepare': () => bundle,
      'download.offer': () => ({
        path: '/download/x',
        fileName: bundle.fileName,
        sizeBytes: null,
        expiresAtMs: 0,
      }),
    });
    fireEvent.click(screen.getByRole('button', { name: 'List contents' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Save as zip' }));
    await settle();
    expect(asked().at(-1)).toEqual({
      name: 'download.offer',
      request: { kind: 'bundle', bundleId: 'b1' },
    });
    expect(clicked).toEqual([`/download/x ${bundle.fileName}`]);
    expect(screen.getByText(`Saved: ${bundle.fileName}`)).toBeTruthy();
  });
});
