import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { dashboardQueries, dashboardResult } from '../fixtures/dashboard-fixtures';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage, settle } from '../fixtures/prepare-page';

/** The chunk of the charts: it cannot be fetched until a test lets it come. */
const chunk = vi.hoisted(() => ({ comes: false }));
vi.mock('./chart', () => {
  if (!chunk.comes) throw new Error('Failed to fetch dynamically imported module');
  return { Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} /> };
});
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

it('a chart that cannot be loaded says so in its panel, and is drawn by another try', async () => {
  window.location.hash = '/dashboard';
  const nowMs = Date.now();
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', nowMs),
    'queries.read': () => ({ queries: [...dashboardQueries] }),
    'keptTexts.read': () => ({ texts: {} }),
    'query.run': () => dashboardResult(nowMs),
  });
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  const failed = () => screen.queryAllByText('The chart could not be drawn');
  const count = failed().length;
  expect(count).toBeGreaterThan(1);
  // What the chart says stays readable.
  const figure = failed()[0]!.closest('figure')!;
  expect(figure.querySelector('figcaption')?.getAttribute('aria-hidden')).toBe('false');

  const retry = () => within(figure).getByRole('button', { name: 'Retry' });
  const again = async () => {
    await act(async () => fireEvent.click(retry()));
    await settle();
  };
  await again();
  expect(failed()).toHaveLength(count);
  chunk.comes = true;
  vi.resetModules();
  await again();
  expect(failed()).toEqual([]);
  expect(within(figure).getByRole('img')).toBeTruthy();
});
