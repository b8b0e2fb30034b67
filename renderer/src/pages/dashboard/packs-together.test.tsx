import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Overview, RequestOf } from '../../../../main/contract/api';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewBeside, overviewIn, revenueResult } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => <div role="img" /> }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const query = (name: string, title: string, set: string) => ({
  ...{ name, title, titleFr: title, group: 'dashboard', order: 1 },
  parameters: [{ name: set, type: 'text[]' as const }],
});
const queriesOf: Record<string, ReturnType<typeof query>[]> = {
  sales: [query('kpi_tiles', 'Sales figures', 'country')],
  orders: [query('kpi_tiles', 'Orders figures', 'region')],
};
/** The columns of the small lines of both packs. */
const trends = [
  ...['chiffre_affaires', 'nombre_ventes', 'unique_customers', 'countries', 'unique_products'],
  ...['total_revenue', 'total_orders', 'total_units', 'regions', 'categories'],
];
const figureOf: Record<string, string> = { sales: '4720', orders: '91' };

async function dashboardAt(address: string, overview: Overview) {
  const asked: RequestOf<'query.run'>[] = [];
  const transport = createFakeTransport({
    'overview.read': () => overview,
    'queries.read': ({ pack = 'sales' }) => ({ queries: queriesOf[pack] ?? [] }),
    'pinnedQueries.read': () => ({ queries: [] }),
    'query.run': (request) => {
      const result = revenueResult(Date.now());
      if (request.name !== 'kpi_tiles')
        return { ...result, rows: [], columns: trends.map((name) => ({ name, type: 'BIGINT' })) };
      asked.push(request);
      return {
        ...result,
        columns: [{ name: 'total_sales', type: 'BIGINT' }],
        rows: [[figureOf[request.pack ?? 'sales'] ?? null]],
      };
    },
  });
  window.location.hash = address;
  const { page } = await preparePage(transport);
  await settle(() => void render(page));
  return asked;
}

const settle = (step: () => void) =>
  act(async () => {
    step();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
const choice = () => screen.queryByRole('group', { name: 'Stream pack' });
const isChosen = (pack: string) =>
  within(choice()!).getByRole('button', { name: pack }).getAttribute('aria-pressed') === 'true';
const figure = () => screen.getByTestId('kpi-total_sales').textContent;

describe('packs that run together', () => {
  const together = overviewBeside('orders', Date.now());

  it('have a dashboard each, chosen on it: its queries, panels and filters alone', async () => {
    const asked = await dashboardAt('/dashboard?country=FR&range=1h&version=3', together);
    expect(isChosen('sales')).toBe(true);
    expect(screen.getByRole('region', { name: 'Sales figures' })).toBeTruthy();
    expect(asked.at(-1)).toMatchObject({ name: 'kpi_tiles', parameters: { country: ['FR'] } });
    await settle(() => void fireEvent.click(screen.getByRole('button', { name: 'orders' })));
    expect(window.location.hash).toBe('#/dashboard?pack=orders&range=1h');
    expect(screen.queryByRole('region', { name: 'Sales figures' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Orders figures' })).toBeTruthy();
    expect(figure()).toBe('91');
    expect(asked.at(-1)).toMatchObject({ pack: 'orders', parameters: {}, atVersion: null });
    await settle(() => void fireEvent.click(screen.getByRole('button', { name: 'sales' })));
    expect(window.location.hash).toBe('#/dashboard?range=1h');
    expect(figure()).toBe('4,720');
  });

  it('are opened by the address, with the filters of that pack', async () => {
    const asked = await dashboardAt('/dashboard?pack=orders&region=eu-west', together);
    expect(isChosen('orders')).toBe(true);
    expect(figure()).toBe('91');
    expect(asked.at(-1)).toMatchObject({ pack: 'orders', parameters: { region: ['eu-west'] } });
  });

  it('are no choice where one runs alone, whatever the address says', async () => {
    await dashboardAt('/dashboard?pack=orders', overviewIn('running', Date.now()));
    expect(choice()).toBeNull();
    expect(figure()).toBe('4,720');
  });
});
