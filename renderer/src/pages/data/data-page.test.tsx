import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

async function dataAt(address: string, rows = 64_613) {
  const pages: RequestOf<'records.readPage'>[] = [];
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'tables.columns': () => ({
      tables: ['gold.a', 'ops.runs', 'ops.tables'].map((table) => ({ table, columns: [] })),
    }),
    'opsTables.read': () => ({
      tables: [
        { table: 'ops.runs', rows: 1_204, newestAtMs: Date.now() - 3_000, sizeBytes: 52_000 },
      ],
    }),
    'records.readPage': (request) => {
      pages.push(request);
      return {
        table: 'gold.ventes_fenetres_5min',
        tableVersion: 7,
        committedAtMs: Date.now(),
        columns: [
          { name: 'pays', type: 'VARCHAR' },
          { name: 'montant', type: 'DECIMAL(12,2)' },
        ],
        offset: 0,
        totalRows: rows,
        rows: rows === 0 ? [] : [['France', '1.50']],
        sql: 'SELECT 1',
        elapsedMs: 3,
      };
    },
  });
  window.location.hash = address;
  const { page } = await preparePage(transport);
  render(page);
  await settled();
  return { pages, transport };
}

describe('data', () => {
  it('lists the tables by layer, each with its address', async () => {
    await dataAt('/data');
    const tree = within(screen.getByRole('navigation', { name: 'Tables' }));
    const links = tree.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links[0]).toBe('#/data/sql');
    const ofLake = links.slice(1).filter((link) => !link?.includes('?sql='));
    expect(ofLake.every((link) => /^#\/data\/\w+\/\w+$/.test(link ?? ''))).toBe(true);
  });

  it('lists the own tables with rows, age and size, as far as they are known', async () => {
    await dataAt('/data');
    await settled();
    const own = within(screen.getByRole('region', { name: 'ops' })).getAllByRole('link');
    expect(own.map((link) => link.textContent)).toEqual([
      expect.stringMatching(/^runs1,204\d s ago52/),
      'tables——',
    ]);
  });

  it('opens the first table where its address names none', async () => {
    await dataAt('/data');
    await settled();
    const tree = within(screen.getByRole('navigation', { name: 'Tables' }));
    const [, first] = tree.getAllByRole('link');
    expect(window.location.hash).toBe(first?.getAttribute('href'));
  });

  it('shows the count and version of a table, and asks with a new filter', async () => {
    const { pages } = await dataAt('/data/gold/ventes_fenetres_5min');
    expect(screen.getByTestId('row-count').textContent).toBe('64,613 rows');
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('64614');
    fireEvent.change(screen.getByLabelText('Column'), { target: { value: 'montant' } });
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '10' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await settled();
    expect(pages.at(-1)?.filters).toEqual([
      { column: 'montant', operator: 'between', from: '10', until: null },
    ]);
    expect(window.location.hash).toContain('filter=');
  });

  it('says that no row matches, and takes the filter away', async () => {
    const filter = encodeURIComponent('[{"column":"pays","operator":"equals","value":"x"}]');
    await dataAt(`/data/gold/ventes_fenetres_5min?filter=${filter}`, 0);
    expect(screen.getByText('No rows for pays is x')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Clear filter' })));
    expect(window.location.hash).toBe('#/data/gold/ventes_fenetres_5min');
  });

  it('exports the query that the grid shows, by keyboard, and leaves it to the browser', async () => {
    const { transport } = await dataAt('/data/gold/ventes_fenetres_5min?version=3');
    fireEvent.keyDown(window, { key: 'e', ctrlKey: true });
    const dialog = within(screen.getByRole('dialog', { name: /^Export gold/ }));
    fireEvent.click(dialog.getByRole('button', { name: 'Export' }));
    await settled();
    const { request } = transport.asked.find(({ name }) => name === 'download.export')!;
    expect(request).toMatchObject({
      subject: {
        kind: 'table',
        table: 'gold.ventes_fenetres_5min',
        atVersion: 7,
        columns: ['pays', 'montant'],
        filters: [],
        sort: [],
      },
      formats: 'csv',
      dialect: 'powerbi',
    });
  });

  it('keeps what a person did to the columns, and counts what is selected', async () => {
    const { transport } = await dataAt('/data/gold/ventes_fenetres_5min', 1);
    fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
    fireEvent.change(screen.getByLabelText('Find a column'), { target: { value: 'mont' } });
    fireEvent.click(screen.getByRole('button', { name: 'Freeze montant' }));
    expect(screen.queryByRole('button', { name: 'Freeze pays' })).toBeNull();
    await settled();
    // The address is kept too, whenever it has rested.
    expect(transport.asked).toContainEqual({
      name: 'keptText.keep',
      request: {
        name: 'columns.gold.ventes_fenetres_5min',
        text: '{"widths":{},"hidden":[],"order":[],"frozen":["montant"]}',
      },
    });
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'a', ctrlKey: true });
    await act(() => new Promise((resolve) => setTimeout(resolve, 250)));
    expect(screen.getByTestId('selection-count').textContent).toBe('1 row selected');
    expect(screen.getByTestId('selection-figures').textContent).toBe(
      '2 values · sum 1.50 · average 1.50',
    );
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Escape' });
    expect(screen.queryByTestId('selection-count')).toBeNull();
  });
});
