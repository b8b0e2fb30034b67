import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage, settle } from '../fixtures/prepare-page';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

async function openExport() {
  window.location.hash = '/export';
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('stopped', Date.now()),
    'pipeline.start': () => overviewIn('starting', Date.now()).pipeline,
  });
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  const start = within(screen.getByRole('main')).getByRole('button', { name: 'Start' });
  const begin = () =>
    act(() => transport.push('overview.changed', overviewIn('starting', Date.now())));
  return { start, begin, transport };
}

it('hands the focus to the one control, which cancels what it began', async () => {
  const { start, begin, transport } = await openExport();
  start.focus();
  fireEvent.click(start);
  fireEvent.click(start);
  await settle();
  begin();
  await settle();
  expect(start.isConnected).toBe(false);
  expect(document.activeElement).toBe(screen.getByTestId('start-stop'));
  expect(transport.asked.filter(({ name }) => name === 'pipeline.start')).toHaveLength(1);
});
