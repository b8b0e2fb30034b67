import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import type { PinnedQuery } from '../../../../main/contract/pinned-query';
import type { QueryResult } from '../../../../main/contract/query';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn, revenueResult } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const parameters = [{ name: 'country', type: 'text[]' as const }];
const query = (name: string, title: string) => ({
  ...{ name, title, titleFr: `${title} (fr)`, group: 'dashboard', order: 1, parameters },
});
const queries = [
  query('kpi_tiles', 'Key figures'),
  query('top_products', 'Top 10 products'),
  { ...query('loyalty', 'Loyalty'), parameters: [] },
];
const rowsOf: Record<string, Pick<QueryResult, 'columns' | 'rows'>> = {
  kpi_tiles: {
    columns: [
      { name: 'total_revenue', type: 'DECIMAL(22,2)' },
      { name: 'total_sales', type: 'BIGINT' },
    ],
    rows: [['5051467.26', '4720']],
  },
  revenue_trend: {
    columns: [
      { name: 'nombre_ventes', type: 'BIGINT' },
      { name: 'chiffre_affaires', type: 'DECIMAL(22,2)' },
    ],
    rows: [
      ['2', '1.00'],
      ['1', '2.00'],
    ],
  },
  variety_trend: {
    columns: ['unique_customers', 'countries', 'unique_products'].map((name) => ({
      ...{ name, type: 'BIGINT' },
    })),
    rows: [],
  },
  top_products: {
    columns: [
      { name: 'produit_nom', type: 'VARCHAR' },
      { name: 'total_montant', type: 'DECIMAL(22,2)' },
    ],
    rows: [
      ['Ordinateur', '700.50'],
      ['Tablette', '299.50'],
    ],
  },
  loyalty: {
    columns: [
      { name: 'est_client_fidele', type: 'BOOLEAN' },
      { name: 'total_revenue', type: 'DECIMAL(22,2)' },
    ],
    rows: [],
  },
};

async function dashboardAt(address: string, pinned: PinnedQuery[] = []) {
  const asked: RequestOf<'query.run'>[] = [];
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'queries.read': () => ({ queries }),
    'pinnedQueries.read': () => ({ queries: pinned }),
    'pinnedQuery.run': ({ name }) => ({ ...revenueResult(Date.now()), ...rowsOf[name] }),
    'pinnedQuery.unpin': () => ({ code: 'INTERNAL', facts: {}, lastLogLines: [] }),
    'records.readPage': ({ table, atVersion = null }) => ({
      ...{ table, tableVersion: atVersion ?? 1203, committedAtMs: Date.now() - 60_000 },
      columns: [{ name: 'produit_nom', type: 'VARCHAR' }],
      ...{ offset: 0, totalRows: 2_718, rows: [], sql: '', elapsedMs: 1 },
    }),
    'query.run': (request) => {
      asked.push(request);
      return { ...revenueResult(Date.now()), ...rowsOf[request.name] };
    },
  });
  window.location.hash = address;
  const { page, stores } = await preparePage(transport);
  await act(async () => {
    render(page);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  return { asked, stores };
}

describe('dashboard', () => {
  it('draws every panel of the pack from its query, each figure with its source', async () => {
    await dashboardAt('/dashboard');
    const tiles = within(screen.getByRole('region', { name: 'Key figures' }));
    expect(tiles.getByTestId('kpi-total_revenue').textContent).toBe('€5,051,467.26');
    expect(tiles.getByTestId('kpi-total_sales').textContent).toBe('4,720');
    const products = within(screen.getByRole('region', { name: 'Top 10 products' }));
    expect(products.getByRole('img').getAttribute('aria-label')).toBe(
      'In all €1,000.00, highest Ordinateur €700.50',
    );
    fireEvent.click(products.getByRole('button', { name: 'View as table' }));
    expect(products.getByRole('cell', { name: '€299.50' })).toBeTruthy();
    expect(products.getByRole('button', { name: 'SQL' })).toBeTruthy();
  });

  it('opens a figure: its SQL, the table with version and rows, and the grid with its filter', async () => {
    await dashboardAt('/dashboard');
    const products = within(screen.getByRole('region', { name: 'Top 10 products' }));
    fireEvent.click(products.getByRole('button', { name: 'View as table' }));
    await act(async () => {
      fireEvent.click(products.getByRole('button', { name: '€299.50' }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    const dialog = within(screen.getByRole('dialog', { name: 'Top 10 products: Tablette' }));
    expect(dialog.getByTestId('figure-value').textContent).toBe('€299.50');
    expect(dialog.getByTestId('figure-sql').textContent).toMatch(
      /^SELECT total_montant\nFROM \([^]*\) AS panel\nWHERE produit_nom = 'Tablette'$/,
    );
    expect(dialog.getByText('2,718')).toBeTruthy();
    const grid = dialog.getByRole('link', { name: 'Open in grid' }).getAttribute('href');
    expect(decodeURIComponent(grid ?? '').replaceAll('+', ' ')).toBe(
      '#/data/silver/ca_par_pays_segment?filter=[{"column":"produit_nom","operator":"equals","value":"Tablette"}]&version=1203',
    );
    const sql = dialog.getByRole('link', { name: 'Open in SQL' }).getAttribute('href');
    expect(sql).toMatch(/^#\/data\/sql\?at=silver.ca_par_pays_segment%401203&sql=SELECT/);
    fireEvent.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows pinned queries, each drawn as it was pinned', async () => {
    const pin = { sql: 'SELECT 1', pinnedAtMs: 0 };
    await dashboardAt('/dashboard', [
      { ...pin, name: 'kpi_tiles', chart: 'number' },
      { ...pin, name: 'top_products', chart: 'bars' },
    ]);
    const pinned = within(screen.getByRole('region', { name: 'Pinned queries' }));
    const number = within(pinned.getByRole('region', { name: 'kpi_tiles' }));
    expect(number.getByText('€5,051,467.26')).toBeTruthy();
    const bars = within(pinned.getByRole('region', { name: 'top_products' }));
    expect(bars.getByRole('img').getAttribute('aria-label')).toContain('highest Ordinateur');
  });

  it('says why a pinned query could not be taken away', async () => {
    await dashboardAt('/dashboard', [
      { sql: 'SELECT 1', pinnedAtMs: 0, name: 'kpi_tiles', chart: 'number' },
    ]);
    const pinned = within(screen.getByRole('region', { name: 'Pinned queries' }));
    fireEvent.keyDown(pinned.getByRole('button', { name: /^Actions: / }), { key: 'Enter' });
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove from the dashboard' }));
    expect(await pinned.findByText('INTERNAL')).toBeTruthy();
    expect(pinned.getByText('€5,051,467.26')).toBeTruthy();
  });

  it('takes a range of one’s own from the address', async () => {
    const from = '2026-11-21T09:00:00.000Z';
    const { asked } = await dashboardAt(`/dashboard?range=custom&from=${encodeURIComponent(from)}`);
    expect(asked.findLast(({ name }) => name === 'top_products')?.parameters).toEqual({});
    expect(screen.getByLabelText('From')).toBeTruthy();
    expect(screen.getAllByText('Not filtered').length).toBeGreaterThan(0);
  });

  it('asks with the filters of the address, and says which panel does not heed them', async () => {
    const { asked } = await dashboardAt('/dashboard?country=FR');
    const of = (name: string) => asked.findLast((request) => request.name === name);
    expect(of('kpi_tiles')?.parameters).toEqual({ country: ['FR'] });
    expect(of('loyalty')?.parameters).toEqual({});
    const loyalty = within(screen.getByRole('region', { name: 'Loyalty' }));
    expect(loyalty.getByText('Not filtered')).toBeTruthy();
    await act(async () => fireEvent.click(loyalty.getByRole('button', { name: 'Clear filter' })));
    expect(window.location.hash).toBe('#/dashboard');
  });

  it('shows an earlier version on request, says so, and goes back to live', async () => {
    const { asked } = await dashboardAt('/dashboard?version=60');
    const ofPanels = asked.filter(({ name }) => queries.some((one) => one.name === name));
    expect(ofPanels.length).toBeGreaterThan(2);
    expect(ofPanels.every(({ atVersion }) => atVersion === 60)).toBe(true);
    expect(screen.getAllByText(/^Version 60, \d\d:\d\d: every panel/)[0]).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Back to live' })));
    expect(window.location.hash).toBe('#/dashboard');
  });
});
