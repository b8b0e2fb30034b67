import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Overview } from '../../../../main/contract/api';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

async function rowWith(change: (overview: Overview) => Overview) {
  const overview = change(overviewIn('stopped', Date.now()));
  window.location.hash = '/settings/general';
  const transport = createFakeTransport({
    'overview.read': () => overview,
    'app.read': () => ({ version: '1', pid: 1, host: 'browser', dataFolder: '/my data' }),
  });
  const { page } = await preparePage(transport);
  await act(async () => void render(page));
  return within(screen.getByTestId('setting-window.dataFolder'));
}
const sized = (sizes: readonly number[]) => (overview: Overview) => ({
  ...overview,
  tables: sizes.map((sizeBytes, at) => ({ ...overview.tables[at]!, sizeBytes })),
});

it('tells what each table takes, the largest first, with the way to its files', async () => {
  const row = await rowWith(sized([1_000, 2_500_000]));
  expect(row.getByText('Tables take 2.5 MB')).toBeTruthy();
  const rows = row.getAllByRole('row', { hidden: true }).map((one) => one.textContent);
  expect(rows).toEqual(['silver.ventes_clean2.5 MB', 'bronze.ventes_stream1 kB']);
  const [first] = row.getAllByRole('link', { hidden: true });
  expect(first?.getAttribute('href')).toBe('#/data/silver/ventes_clean?tab=files');
});

it('tells by which command the folder is moved, also without tables', async () => {
  const row = await rowWith(sized([]));
  expect(row.getByText('deltadesk move --data-folder "/my data" --to')).toBeTruthy();
  expect(row.queryByText(/Tables take/)).toBeNull();
});

it('tells nothing of the sample: its tables are not in the folder', async () => {
  const row = await rowWith((overview) => ({ ...overview, lakehouse: 'sample' }));
  expect(row.queryByText(/Tables take/)).toBeNull();
});
