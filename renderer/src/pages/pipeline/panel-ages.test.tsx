import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { latencyBudget, microBatches, runsReport } from '../../fixtures/batch-fixtures';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage, settle } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

async function openPipeline() {
  const nowMs = Date.now();
  let isFailing = false;
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', nowMs),
    'batches.read': () => microBatches(nowMs),
    'latency.read': latencyBudget,
    'runs.read': () =>
      isFailing ? { code: 'INTERNAL', facts: {}, lastLogLines: [] } : runsReport(nowMs),
  });
  window.location.hash = '/pipeline';
  const { page, stores } = await preparePage(transport);
  render(page);
  await settle();
  return { transport, stores, nowMs, fail: () => (isFailing = true) };
}
/** The panel; its table inside has the same name. */
const region = (name: string) => within(screen.getAllByRole('region', { name })[0]!);
const stale = () =>
  ['Latency budget', 'Run history'].filter((name) => region(name).queryByText(/^Stale: /));

it('the latency budget says how old it is when no batch renews it, the runs change by themselves', async () => {
  const { stores, nowMs } = await openPipeline();
  expect(stale()).toEqual([]);
  act(() => stores.clock.setState({ nowMs: nowMs + 60_000 }));
  expect(stale()).toEqual(['Latency budget']);
});

it('both say how old they are once the connection is lost, and show their figures on', async () => {
  const { transport } = await openPipeline();
  const runs = region('Run history').getAllByRole('listitem').length;
  act(() => transport.become({ kind: 'lost', retryAtMs: Date.now() + 5_000, hasEnded: false }));
  expect(stale()).toEqual(['Latency budget', 'Run history']);
  expect(region('Run history').getAllByRole('listitem')).toHaveLength(runs);
});

it('runs that could not be read again stay beside the code of the failure', async () => {
  const { stores, fail } = await openPipeline();
  fail();
  act(() => stores.refresh.getState().refresh());
  await settle();
  expect(region('Run history').getByText('INTERNAL')).toBeTruthy();
  expect(region('Run history').getAllByRole('listitem').length).toBeGreaterThan(0);
});
