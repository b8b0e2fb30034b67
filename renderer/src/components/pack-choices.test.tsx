import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { NamedQuery } from '../../../main/contract/query';
import { createFakeTransport } from '../fixtures/fake-transport';
import {
  overviewBeside,
  overviewIn,
  revenueResult,
  revenueTable,
} from '../fixtures/overview-fixtures';
import { preparePage, settle } from '../fixtures/prepare-page';
import { exportPresets } from '../fixtures/table-fixtures';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
vi.mock('../editor/code-mirror', () => import('../fixtures/plain-editor'));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const query = (name: string): NamedQuery => ({
  ...{ name, title: `Title of ${name}`, titleFr: '', group: 'quick', order: 1, parameters: [] },
});

/** A page while sales and orders run together, or sales alone. */
async function pageAt(address: string, isAlone = false) {
  const [preset] = exportPresets().presets;
  const transport = createFakeTransport({
    'overview.read': () =>
      isAlone ? overviewIn('running', Date.now()) : overviewBeside('orders', Date.now()),
    'queries.read': ({ pack = 'sales' }) => ({ queries: [query(`of_${pack}`)] }),
    'query.run': () => revenueResult(Date.now()),
    'sql.run': () => revenueResult(Date.now()),
    'exports.read': ({ pack = 'sales' }) => ({ presets: [{ ...preset!, title: `All ${pack}` }] }),
    'exports.count': () => ({ counts: [] }),
    'exports.drift': () => ({ drifts: [] }),
    'exportHistory.read': () => ({ exports: [] }),
    'keptTexts.read': () => ({ texts: { export: '{"folder":"/home/me/out"}' } }),
  });
  window.location.hash = address;
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  const asked = (wanted: string) =>
    transport.asked.filter(({ name }) => name === wanted).map(({ request }) => request);
  return { asked };
}
const choose = async (pack: string) => {
  const choice = within(screen.getByRole('group', { name: 'Stream pack' }));
  await act(async () => fireEvent.click(choice.getByRole('button', { name: pack })));
  await settle();
};

it('the ready-made queries are those of the chosen pack, and run as its own', async () => {
  const { asked } = await pageAt('/data/sql');
  expect(screen.getByRole('button', { name: 'Title of of_sales' })).toBeTruthy();
  await choose('orders');
  expect(screen.queryByRole('button', { name: 'Title of of_sales' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Title of of_orders' }));
  await settle();
  expect(asked('query.run').at(-1)).toMatchObject({ name: 'of_orders', pack: 'orders' });
});

it('the place Export lists, counts and writes the presets of the chosen pack', async () => {
  const { asked } = await pageAt('/export?preset=sales');
  expect(screen.getByRole('button', { name: /All sales/ })).toBeTruthy();
  await choose('orders');
  expect(window.location.hash).toBe('#/export?pack=orders');
  for (const name of ['exports.read', 'exports.count', 'exports.drift'])
    expect([name, asked(name).at(-1)]).toEqual([name, { pack: 'orders' }]);
  fireEvent.click(screen.getByRole('button', { name: /All orders/ }));
  await settle();
  expect(asked('export.run').at(-1)).toMatchObject({
    ...{ pack: 'orders', folder: '/home/me/out' },
    subject: { kind: 'preset', preset: 'sales' },
  });
});

it('the top bar names all packs, each with its dashboard, and one alone without', async () => {
  await pageAt('/export');
  const links = within(screen.getByRole('banner', { name: 'Pipeline control' })).getAllByRole(
    'link',
  );
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['sales', '#/dashboard'],
    ['orders', '#/dashboard?pack=orders'],
  ]);
  cleanup();
  await pageAt('/export', true);
  expect(
    within(screen.getByRole('banner', { name: 'Pipeline control' })).queryAllByRole('link'),
  ).toEqual([]);
  expect(screen.queryByRole('group', { name: 'Stream pack' })).toBeNull();
});

it('freshness is that of the pack that is looked at, which it names', async () => {
  await pageAt('/dashboard');
  const shown = () => screen.getByTestId('freshness').parentElement!;
  expect(shown().title).toBe(revenueTable);
  expect(shown().textContent).toMatch(/^Freshness: sales.*Version 1,203/);
  await choose('orders');
  expect(shown().title).toBe('gold.orders_windows');
  expect(shown().textContent).toMatch(/^Freshness: orders.*Version 77/);
});

it('the palette leads to the dashboard and the exports of each pack', async () => {
  await pageAt('/export');
  const open = async (name: string | RegExp) => {
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
    await settle();
    fireEvent.click(screen.getByRole('option', { name }));
    await settle();
    return window.location.hash;
  };
  expect(await open('Dashboard · orders')).toBe('#/dashboard?pack=orders');
  expect(await open('All orders · orders')).toBe('#/export?pack=orders&preset=sales');
  expect(await open('All sales')).toBe('#/export?preset=sales');
  expect(await open('gold.orders_windows')).toBe('#/data/gold/orders_windows');
});

it('of a pack alone freshness and the palette name none', async () => {
  await pageAt('/dashboard', true);
  expect(screen.getByTestId('freshness').parentElement!.textContent).toMatch(/^FreshnessVersion/);
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  await settle();
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(options.filter((text) => text?.includes('·'))).toEqual([]);
});
