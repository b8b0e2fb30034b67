import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage, settle } from '../fixtures/prepare-page';

const learn = vi.hoisted(() => ({ isBroken: true }));
vi.mock('../charts/chart', () => ({ Chart: () => null }));
vi.mock('../pages/learn/learn-page', () => ({
  LearnPage: () => {
    if (learn.isBroken) throw new Error('a figure that nobody expected');
    return <main>All there</main>;
  },
}));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  window.location.hash = '';
});

it('a place that cannot be drawn says so, leaves the other places, and can be tried again', async () => {
  // React tells the console of it, as it should.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  window.location.hash = '/learn';
  const { page, stores } = await preparePage(
    createFakeTransport({ 'overview.read': () => overviewIn('stopped', Date.now()) }),
  );
  render(page);
  await settle();
  expect(screen.getByRole('main').textContent).toContain('a figure that nobody expected');
  expect(screen.getByTestId('start-stop')).toBeTruthy();
  act(() => stores.address.getState().open('/settings'));
  await settle();
  expect(screen.getByRole('main').textContent).not.toContain('a figure that nobody expected');
  act(() => stores.address.getState().open('/learn'));
  await settle();
  learn.isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(screen.getByText('All there')).toBeTruthy();
});
