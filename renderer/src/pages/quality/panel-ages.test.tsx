import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Failure } from '../../../../main/contract/failure';
import { openQuality, settle } from '../../fixtures/open-quality';
import { qualityReport } from '../../fixtures/quality-fixtures';
import { scoresStaleMs } from './checked';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const titles = [
  ...['Checks', 'Rejected over time', 'Rejected and marked rows', 'Scorecards'],
  ...['Schema changes', 'Alerts'],
];
const stale = () =>
  titles.filter((title) =>
    within(screen.getByRole('region', { name: title })).queryByText(/^Stale: /),
  );

it('panels whose scores are no longer renewed say how old they are', async () => {
  const nowMs = Date.now();
  let hangs = false;
  const { stores } = await openQuality(render, {
    'quality.read': () => (hangs ? new Promise<never>(() => undefined) : qualityReport(nowMs)),
  });
  expect(stale()).toEqual([]);
  hangs = true;
  act(() => stores.clock.setState({ nowMs: nowMs + scoresStaleMs + 30_000 }));
  await settle();
  // What changes by itself is not older for that.
  expect(stale()).toEqual(['Checks', 'Rejected and marked rows', 'Scorecards']);
});

it('every panel says how old it is once the connection is lost', async () => {
  const { transport } = await openQuality(render);
  const retryAtMs = Date.now() + 5_000;
  act(() => transport.become({ kind: 'lost', retryAtMs, hasEnded: false }));
  expect(stale()).toEqual(titles);
});

it('a panel that could not be read again says so beside its last rows', async () => {
  let fails = false;
  const refused: Failure = { code: 'TABLE_UNREADABLE', facts: {}, lastLogLines: [] };
  const { stores } = await openQuality(render, {
    'alerts.read': () => (fails ? refused : { active: [], recent: [], muted: [] }),
  });
  fails = true;
  act(() => stores.refresh.getState().refresh());
  await settle();
  const alerts = within(screen.getByRole('region', { name: 'Alerts' }));
  expect(alerts.getByText('TABLE_UNREADABLE')).toBeTruthy();
});
