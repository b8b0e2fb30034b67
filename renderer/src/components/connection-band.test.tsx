import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';
import { reopeningLimitMs } from '../state/connection-store';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function reopening() {
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  vi.useFakeTimers();
  act(() => stores.connection.getState().expectReturn());
  return transport;
}
const ended = { kind: 'lost', retryAtMs: null, hasEnded: true } as const;

it('says what to do when Deltadesk does not open again in time, until it does', async () => {
  const transport = await reopening();
  act(() => transport.become(ended));
  await pass(reopeningLimitMs - 1_000);
  expect(screen.getByText('Deltadesk restarts')).toBeTruthy();
  expect(screen.queryByText('Deltadesk has stopped')).toBeNull();
  await pass(2_000);
  expect(screen.queryByText('Deltadesk restarts')).toBeNull();
  const band = screen.getByText('Deltadesk has not opened again within 60 s').parentElement!;
  expect(band.getAttribute('role')).toBe('alert');
  expect(band.textContent).toContain('End it if it still runs, and start it again');
  expect(screen.getByRole('button', { name: 'Try now' })).toBeTruthy();
  act(() => transport.become({ kind: 'open' }));
  expect(screen.queryByText(/has not opened again/)).toBeNull();
});

it('does not wait for ever for one that never ended, and can be put away', async () => {
  await reopening();
  await pass(reopeningLimitMs + 1_000);
  expect(screen.getByText('Deltadesk has not opened again within 60 s')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(/has not opened again/)).toBeNull();
});

it('says nothing of the kind once it is back', async () => {
  const transport = await reopening();
  act(() => transport.become(ended));
  act(() => transport.become({ kind: 'open' }));
  await pass(reopeningLimitMs + 1_000);
  expect(document.querySelector('.band')).toBeNull();
});
