import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exportRequest } from '../../../../main/contract/export';
import { dashboardQueries, dashboardResult } from '../../fixtures/dashboard-fixtures';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage, settle } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} tabIndex={0} />,
}));
afterEach(() => {
  cleanup();
  window.localStorage.clear();
  window.location.hash = '';
});

async function dashboard(language: 'en' | 'fr' = 'en') {
  window.location.hash = '/dashboard?country=IT';
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'queries.read': () => ({
      queries: dashboardQueries.map((one) => ({ ...one, titleFr: `10 ${one.title}` })),
    }),
    'keptTexts.read': () => ({ texts: { export: JSON.stringify({ folder: '/out' }) } }),
    'query.run': ({ name }) => ({
      ...dashboardResult(Date.now()),
      sql: `SELECT '${name}', $country;`,
      parameters: { country: ['IT'] },
    }),
    'export.run': () => ({ folder: '/out', files: [], notices: [], elapsedMs: 1 }),
  });
  const { page, stores } = await preparePage(transport);
  act(() => stores.language.getState().choose(language));
  render(page);
  await settle();
  const press = () => act(async () => void fireEvent.keyDown(window, { key: 'e', ctrlKey: true }));
  const exported = () => {
    const { request } = transport.asked.findLast(({ name }) => name === 'export.run')!;
    return exportRequest.parse(request).subject;
  };
  return { press, exported };
}
const focusChartOf = (title: string) =>
  screen.getByRole('region', { name: title }).querySelector<HTMLElement>('[role="img"]')!.focus();
async function write() {
  fireEvent.click(screen.getByRole('radio', { name: /folder/i }));
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  await settle();
}

describe('Ctrl+E on the dashboard', () => {
  it('exports the panel that has the focus: its query with its filters, at its versions', async () => {
    const { press, exported } = await dashboard();
    focusChartOf('Top 10 products');
    await press();
    expect(screen.getByRole('dialog', { name: 'Export Top 10 products' })).toBeTruthy();
    await write();
    expect(exported()).toEqual({
      ...{ kind: 'view', name: 'top_10_products', sort: [] },
      sql: "SELECT 'top_products', ['IT']",
      atVersions: dashboardResult(0).tableVersions,
    });
  });

  it('exports the first panel where none has the focus', async () => {
    const { press } = await dashboard();
    await press();
    expect(screen.getByRole('dialog', { name: 'Export Key figures' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('names a file by a title that begins with a figure', async () => {
    const { press } = await dashboard('fr');
    focusChartOf('10 Top 10 products');
    await press();
    const download = () => screen.getByRole('dialog', { name: 'Exporter 10 Top 10 products' });
    expect(download()).toBeTruthy();
  });
});
