import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import type { TableGrowth } from '../../../../main/contract/table-growth';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage, settle } from '../../fixtures/prepare-page';
import { shownTable, tableFiles, tableGrowth } from '../../fixtures/table-fixtures';
import { growthSpan } from './growth-lines';

vi.mock('../../charts/chart', () => ({
  Chart: ({ summary }: { summary: string }) => <div role="img" aria-label={summary} />,
}));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

async function openFiles(change: Partial<TableGrowth> = {}) {
  window.location.hash = `/data/${shownTable}?tab=files`;
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'tables.files': () => tableFiles(),
    'tables.growth': () => ({ ...tableGrowth(Date.now()), ...change }),
  });
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  const asked = () =>
    transport.asked
      .filter(({ name }) => name === 'tables.growth')
      .map(({ request }) => request as RequestOf<'tables.growth'>);
  return { asked };
}
const panel = () => within(screen.getByRole('region', { name: 'Files and disk over time' }));

it('draws the live files of a day below their list, and says the newest and the most', async () => {
  const { asked } = await openFiles();
  expect(asked()[0]).toEqual({ table: 'silver.ventes_clean', lastMs: 86_400_000 });
  expect(panel().getByText('live files')).toBeTruthy();
  expect(panel().getByRole('img').getAttribute('aria-label')).toMatch(
    /^Files, silver\.ventes_clean: newest 3, highest 12 at \d\d:\d\d\.$/,
  );
});

it('draws what they take instead, of an hour, and shows it as a table', async () => {
  const { asked } = await openFiles();
  fireEvent.click(panel().getByRole('button', { name: 'Disk' }));
  fireEvent.click(panel().getByRole('button', { name: '1 h' }));
  await settle();
  expect(asked().at(-1)?.lastMs).toBe(3_600_000);
  expect(window.location.hash).toContain('growth=bytes');
  fireEvent.click(panel().getByRole('button', { name: 'View as table' }));
  const cells = panel().getAllByRole('cell');
  expect(cells.map((cell) => cell.textContent)).toEqual(['1.5 kB', '2 kB']);
});

it('says that nothing was measured, and since when a day begins', async () => {
  await openFiles({ files: [], bytes: [] });
  await act(async () => undefined);
  expect(panel().getByText('Nothing was measured in this time')).toBeTruthy();
  expect(growthSpan({ ...tableGrowth(50_000_000) })).toEqual([49_990_000, 50_000_000]);
});
