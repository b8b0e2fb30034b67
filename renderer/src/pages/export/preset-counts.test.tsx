import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { failed } from '../../../../main/contract/failure';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';
import { exportPresets } from '../../fixtures/table-fixtures';
import { recountMs, retryCountMs } from './use-preset-counts';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
beforeEach(() => {
  window.location.hash = '/export';
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  window.localStorage.clear();
  window.location.hash = '';
});
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const [{ preset, version, files } = { preset: '', version: 1, files: [] }] =
  exportPresets().presets;
const counted = (rows: number) => ({
  counts: [{ preset, version, name: files[0]?.name ?? '', rows }],
});

/** The place with one count after the other, under timers that the test moves. */
async function exportPage(count: (turn: number) => ReturnType<typeof counted>) {
  let turns = 0;
  const transport = createFakeTransport({
    'keptTexts.read': () => ({ texts: { export: JSON.stringify({ folder: '/out' }) } }),
    'overview.read': () => overviewIn('running', Date.now()),
    'exports.read': exportPresets,
    'exports.count': () => count(++turns),
    'export.run': () => ({ folder: '/out', files: [], notices: [], elapsedMs: 5 }),
  });
  const { page } = await preparePage(transport);
  vi.useFakeTimers();
  render(page);
  await pass(50);
  const commit = async (tableVersion: number) => {
    const [table] = overviewIn('running', Date.now()).tables;
    act(() => transport.push('table.committed', { ...table!, tableVersion }));
    await pass(50);
  };
  return { commit, turns: () => turns };
}
const shows = (rows: string) => screen.queryByText(rows) !== null;

it('counts the rows anew when a batch was committed, but not at each of many', async () => {
  const { commit, turns } = await exportPage((turn) => counted(turn * 1_111));
  expect(shows('1,111')).toBe(true);
  await commit(1_001);
  expect(shows('2,222')).toBe(true);
  await commit(1_002);
  await commit(1_003);
  expect(turns()).toBe(2);
  await pass(recountMs);
  expect(shows('3,333')).toBe(true);
  expect(turns()).toBe(3);
});

it('counts the rows anew when an export has ended', async () => {
  const { turns } = await exportPage((turn) => counted(turn * 1_111));
  fireEvent.click(screen.getAllByRole('button', { name: /^Export / })[0]!);
  await pass(50);
  expect(turns()).toBe(2);
  expect(shows('2,222')).toBe(true);
});

it('counts once more after a failure, and not for ever', async () => {
  const { failure } = failed('INTERNAL', { reason: 'busy' });
  const { turns } = await exportPage((turn) => (turn === 1 ? (failure as never) : counted(7_777)));
  expect(turns()).toBe(1);
  await pass(retryCountMs);
  expect(shows('7,777')).toBe(true);
  cleanup();
  vi.useRealTimers();
  const lasting = await exportPage(() => failure as never);
  await pass(retryCountMs * 5);
  expect(lasting.turns()).toBe(2);
});
