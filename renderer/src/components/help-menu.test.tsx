import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

async function openHelp() {
  const transport = createFakeTransport({ 'overview.read': () => overviewIn('stopped', 0) });
  window.location.hash = '/learn';
  const { page } = await preparePage(transport);
  await act(async () => void render(page));
  fireEvent.keyDown(screen.getByRole('button', { name: 'Help' }), { key: 'Enter' });
}
const choose = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('menuitem', { name })));

it('leads from every place to the tour, the debug bundle, the concepts and the logs', async () => {
  await openHelp();
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    ...['Concepts', 'All shortcuts', 'Tour of the window', 'Debug bundle', 'Logs'],
  ]);
  await choose('Debug bundle');
  expect(window.location.hash).toBe('#/diagnostics');
});

it('shows the shortcuts', async () => {
  await openHelp();
  await choose('All shortcuts');
  expect(screen.getByRole('dialog', { name: 'Shortcuts' })).toBeTruthy();
});
