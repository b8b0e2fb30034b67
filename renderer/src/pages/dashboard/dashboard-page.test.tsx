import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
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
    columns: [{ name: 'chiffre_affaires', type: 'DECIMAL(22,2)' }],
    rows: [['1.00'], ['2.00']],
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

async function dashboardAt(address: string) {
  const asked: RequestOf<'query.run'>[] = [];
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'queries.read': () => ({ queries }),
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

  it('asks with the filters of the address, and says which panel does not heed them', async () => {
    const { asked } = await dashboardAt('/dashboard?country=FR');
    const of = (name: string) => asked.findLast((request) => request.name === name);
    expect(of('kpi_tiles')?.parameters).toEqual({ country: ['FR'] });
    expect(of('loyalty')?.parameters).toEqual({});
    const loyalty = within(screen.getByRole('region', { name: 'Loyalty' }));
    expect(loyalty.getByText('Not filtered')).toBeTruthy();
    fireEvent.click(loyalty.getByRole('button', { name: 'Clear filter' }));
    expect(window.location.hash).toBe('#/dashboard');
  });

  it('shows an earlier version on request, says so, and goes back to live', async () => {
    const { asked } = await dashboardAt('/dashboard?version=60');
    const ofPanels = asked.filter(({ name }) => queries.some((one) => one.name === name));
    expect(ofPanels.length).toBeGreaterThan(2);
    expect(ofPanels.every(({ atVersion }) => atVersion === 60)).toBe(true);
    expect(screen.getByText(/as they were at version 60/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Back to live' }));
    expect(window.location.hash).toBe('#/dashboard');
  });
});
