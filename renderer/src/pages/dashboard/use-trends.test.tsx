import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn, revenueResult } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const tiles = [
  ...['total_revenue', 'total_sales', 'average_transaction'],
  ...['unique_customers', 'countries', 'unique_products'],
];
const columnsOf: Record<string, string[]> = {
  kpi_tiles: tiles,
  revenue_trend: ['chiffre_affaires', 'nombre_ventes'],
  variety_trend: ['unique_customers', 'countries', 'unique_products'],
};
const settle = (ms = 40) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

/** The dashboard at an address; its tiles answer when they are released. */
async function tilesAt(address: string) {
  const asked: RequestOf<'query.run'>[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'queries.read': () => ({
      queries: [
        {
          ...{ name: 'kpi_tiles', title: 'Key figures', titleFr: '', group: 'dashboard', order: 1 },
          parameters: [{ name: 'since', type: 'timestamp' }],
        },
      ],
    }),
    'pinnedQueries.read': () => ({ queries: [] }),
    'query.run': async (request) => {
      asked.push(request);
      if (request.name === 'kpi_tiles') await released;
      const columns = (columnsOf[request.name] ?? []).map((name) => ({ name, type: 'BIGINT' }));
      const row = columns.map(() => '3');
      const rows = request.name === 'kpi_tiles' ? [row] : [row, row];
      return { ...revenueResult(Date.now()), columns, rows };
    },
  });
  window.location.hash = address;
  const { page } = await preparePage(transport);
  await act(async () => {
    render(page);
  });
  await settle();
  const count = (name: string) => asked.filter((one) => one.name === name).length;
  return { asked, count, release: () => (release(), settle()), transport };
}

it('every tile has its small line, the slow ones after the figures', async () => {
  const { count, release } = await tilesAt('/dashboard');
  expect([count('revenue_trend'), count('variety_trend')]).toEqual([1, 0]);
  await release();
  expect(count('variety_trend')).toBe(1);
  const panel = screen.getByRole('region', { name: 'Key figures' });
  const drawn = within(panel)
    .getAllByTestId(/^kpi-/)
    .map((figure) => figure.closest('.tile')?.querySelector('.sparkline polyline') !== null);
  expect(drawn).toEqual(tiles.map(() => true));
});

it('a new version of a table asks for the quick line again, not for the slow one', async () => {
  const { asked, count, release, transport } = await tilesAt('/dashboard?range=1h');
  await release();
  const before = count('revenue_trend');
  const overview = overviewIn('running', Date.now());
  const tables = overview.tables.map((one) => ({ ...one, tableVersion: one.tableVersion + 1 }));
  // The range is cut to whole seconds.
  await settle(1_050);
  act(() => transport.push('overview.changed', { ...overview, tables }));
  await settle();
  expect(count('revenue_trend')).toBe(before + 1);
  expect(count('variety_trend')).toBe(1);
  const since = asked.find(({ name }) => name === 'variety_trend')?.parameters;
  expect(since).toHaveProperty('since');
});
