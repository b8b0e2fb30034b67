import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FirstRun } from '../../../../main/contract/first-run';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

const gigabyte = 1024 ** 3;
const facts: FirstRun = {
  isNew: true,
  dataFolder: '/home/me/deltadesk',
  freeBytes: 5 * gigabyte,
  neededBytes: 2 * gigabyte,
  advisedBytes: 10 * gigabyte,
  memoryBytes: 16 * gigabyte,
  advisedMemoryBytes: 7.5 * gigabyte,
  hasSample: true,
};
const nowMs = Date.now();
const empty = overviewIn('stopped', nowMs, false);
const ofSample = { ...overviewIn('stopped', nowMs), lakehouse: 'sample' as const };

beforeEach(() => {
  window.localStorage.clear();
  window.location.hash = '';
});
afterEach(cleanup);

async function show(answers: Parameters<typeof createFakeTransport>[0] = {}) {
  const transport = createFakeTransport({
    'overview.read': () => empty,
    'firstRun.read': () => facts,
    'keptTexts.read': () => ({ texts: {} }),
    'keptText.keep': () => ({}),
    ...answers,
  });
  const { page, stores } = await preparePage(transport);
  await act(async () => void render(page));
  return { transport, stores };
}
/** The page's own events, such as a changed address, come in a later turn. */
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
const askedFor = (transport: { asked: { name: string }[] }) =>
  transport.asked.map(({ name }) => name);

describe('the first screen', () => {
  it('stands in the Pipeline place of a new folder, with the focus on Start', async () => {
    const { transport } = await show();
    const start = screen.getByTestId('first-run-start');
    expect(document.activeElement).toBe(start);
    expect(screen.getByText('/home/me/deltadesk')).toBeTruthy();
    expect(screen.getByText('Little')).toBeTruthy();
    expect(screen.getByText('Enough')).toBeTruthy();
    await act(async () => fireEvent.click(start));
    expect(askedFor(transport)).toContain('pipeline.start');
  });

  it('is left by a start', async () => {
    const { transport } = await show();
    await act(async () => transport.push('overview.changed', overviewIn('starting', nowMs, false)));
    expect(screen.queryByTestId('first-run-start')).toBeNull();
  });

  it('is not shown in a folder in which something was started before', async () => {
    await show({ 'firstRun.read': () => ({ ...facts, isNew: false }) });
    expect(screen.queryByTestId('first-run-start')).toBeNull();
  });

  it('opens the sample, which is marked, and leaves it again', async () => {
    const { transport, stores } = await show({
      'sample.open': () => ofSample,
      'sample.leave': () => empty,
    });
    await act(async () => void fireEvent.click(screen.getByTestId('explore')));
    await settle();
    expect(stores.address.getState().address.path).toBe('/dashboard');
    const sign = () => document.querySelector('.sample-sign');
    expect(sign()?.textContent).toContain('Sample data');
    await act(async () => void fireEvent.click(screen.getByText('Leave sample')));
    await settle();
    expect(askedFor(transport)).toContain('sample.leave');
    expect(sign()).toBeNull();
    expect(stores.address.getState().address.path).toBe('/pipeline');
  });

  it('says why the sample cannot be opened', async () => {
    await show({
      'sample.open': () => ({
        code: 'SAMPLE_MISSING',
        facts: { folder: '/opt/sample' },
        lastLogLines: [],
      }),
    });
    await act(async () => void fireEvent.click(screen.getByTestId('explore')));
    await settle();
    expect(screen.getByText('SAMPLE_MISSING')).toBeTruthy();
  });

  it('refuses a folder with the reason, and keeps what was typed', async () => {
    await show({
      'dataFolder.use': ({ folder }) => ({
        code: 'DATA_FOLDER_DENIED',
        facts: { folder, reason: 'it is a temporary folder' },
        lastLogLines: [],
      }),
    });
    fireEvent.click(screen.getByText('Change…'));
    const field = screen.getByLabelText('Another data folder, as a whole path');
    fireEvent.change(field, { target: { value: '/tmp/lake' } });
    await act(async () => void fireEvent.click(screen.getByText('Use this folder')));
    expect(screen.getByRole('alert').textContent).toContain('temporary folder');
    expect((field as HTMLInputElement).value).toBe('/tmp/lake');
  });
});

describe('the tour', () => {
  const withRows = overviewIn('running', nowMs);

  it('comes by itself with the first Bronze row, once, and Escape ends it', async () => {
    const { transport, stores } = await show();
    await act(async () => transport.push('overview.changed', withRows));
    expect(screen.getByTestId('tour').textContent).toContain('The first rows are here');
    await act(async () => void fireEvent.keyDown(window, { key: 'Escape' }));
    expect(screen.queryByTestId('tour')).toBeNull();
    expect(stores.kept.getState().texts['tour']).toBe('seen');
    await act(async () => transport.push('overview.changed', empty));
    await act(async () => transport.push('overview.changed', withRows));
    expect(screen.queryByTestId('tour')).toBeNull();
  });

  it('goes through its three hints to the dashboard', async () => {
    const { transport, stores } = await show();
    await act(async () => transport.push('overview.changed', withRows));
    fireEvent.click(screen.getByText('Next'));
    expect(screen.getByTestId('tour').textContent).toContain('How far behind');
    fireEvent.click(screen.getByText('Next'));
    await act(async () => void fireEvent.click(screen.getByText('Done')));
    await settle();
    expect(screen.queryByTestId('tour')).toBeNull();
    expect(stores.address.getState().address.path).toBe('/dashboard');
  });

  it('does not come where there were rows before, but by its address', async () => {
    const { stores } = await show({ 'overview.read': () => withRows });
    expect(screen.queryByTestId('tour')).toBeNull();
    act(() => stores.address.getState().open('/pipeline', { tour: '1' }));
    await settle();
    expect(screen.getByTestId('tour')).toBeTruthy();
    expect(window.location.hash).toBe('#/pipeline');
    await act(async () => void fireEvent.click(screen.getByText('Skip')));
    expect(screen.queryByTestId('tour')).toBeNull();
  });
});

describe('the concepts', () => {
  it('stand at an address of their own, each with its value of now', async () => {
    const { stores } = await show({ 'overview.read': () => overviewIn('running', nowMs) });
    act(() => stores.address.getState().open('/learn'));
    await settle();
    expect(screen.getByTestId('concept-offset').textContent).toContain('412 records behind');
    expect(screen.getByTestId('concept-medallion').textContent).toContain('Bronze 360,792');
    expect(screen.getByTestId('concept-acid').textContent).toContain('Newest version 1,204');
  });
});
