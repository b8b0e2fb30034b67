import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import { failed } from '../../../../main/contract/failure';
import type { RecordFilter } from '../../../../main/contract/records';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn } from '../../fixtures/overview-fixtures';
import { preparePage, settle } from '../../fixtures/prepare-page';
import { recordsPage, shownTable } from '../../fixtures/table-fixtures';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const countries = { Italie: 1_200, France: 800, 'Royaume-Uni': 7, '': 1 };
const table = 'silver.ventes_clean';
function answer({ search = '', column }: RequestOf<'column.values'>) {
  const values = Object.entries(countries)
    .filter(([value]) => value.toLowerCase().includes(search.toLowerCase()))
    .map(([value, rows]) => ({ value, rows }));
  return { table, tableVersion: 1204, column, values, isTruncated: search === '', elapsedMs: 1 };
}

async function rowsWith(
  filters: readonly RecordFilter[] = [],
  answers: Parameters<typeof createFakeTransport>[0] = {},
) {
  const filter = filters.length === 0 ? '' : encodeURIComponent(JSON.stringify(filters));
  window.location.hash = `/data/${shownTable}${filter && `?filter=${filter}`}`;
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'keptTexts.read': () => ({ texts: {} }),
    'records.readPage': recordsPage,
    'column.values': answer,
    'request.cancel': () => ({ cancelled: true }),
    ...answers,
  });
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  fireEvent.change(screen.getByLabelText('Column'), { target: { value: 'pays' } });
  const sent = (name: string) =>
    transport.asked.filter((one) => one.name === name).map(({ request }) => request);
  return { sent };
}
const opener = () => screen.getByRole('button', { name: 'Pick values' });
async function open() {
  fireEvent.click(opener());
  await settle();
  return within(screen.getByRole('dialog', { name: 'Values of pays' }));
}
const filtersNow = (): unknown =>
  JSON.parse(new URLSearchParams(window.location.hash.split('?')[1]).get('filter') ?? '[]');

describe('the values of a column', () => {
  it('are picked from a list with their rows, and filter the grid', async () => {
    const { sent } = await rowsWith();
    const list = await open();
    expect(list.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent)).toEqual([
      'Italie1,200',
      'France800',
      'Royaume-Uni7',
      '""1',
    ]);
    expect(list.getByText('The 4 most frequent: find others, or type them.')).toBeTruthy();
    fireEvent.click(list.getByRole('checkbox', { name: /Italie/ }));
    fireEvent.change(list.getByRole('searchbox'), { target: { value: 'roy' } });
    await waitFor(() => expect(list.getAllByRole('checkbox')).toHaveLength(1));
    expect(sent('column.values').at(-1)).toMatchObject({ table, column: 'pays', search: 'roy' });
    fireEvent.click(list.getByRole('checkbox', { name: /Royaume-Uni/ }));
    expect(list.getByText('2 chosen')).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name: 'Filter' }));
    await settle();
    expect(filtersNow()).toEqual([
      { column: 'pays', operator: 'in', values: ['Italie', 'Royaume-Uni'] },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('that were picked are ticked, changed in place, and counted by the other conditions', async () => {
    const other = { column: 'montant', operator: 'between', from: '1', until: null } as const;
    const list = { column: 'pays', operator: 'in', values: ['France'] } as const;
    const { sent } = await rowsWith([{ ...list, values: ['France'] }, other]);
    const dialog = await open();
    expect(sent('column.values').at(-1)).toMatchObject({ filters: [other] });
    const france = dialog.getByRole<HTMLInputElement>('checkbox', { name: /France/ });
    expect(france.checked).toBe(true);
    fireEvent.click(france);
    fireEvent.click(dialog.getByRole('button', { name: 'Filter' }));
    await settle();
    expect(filtersNow()).toEqual([other]);
  });

  it('are read no longer when the list is closed, and Escape gives the focus back', async () => {
    const { sent } = await rowsWith([], {
      'column.values': () => new Promise<never>(() => undefined),
    });
    const list = await open();
    const { requestId } = sent('column.values')[0] as { requestId: string };
    fireEvent.keyDown(list.getByRole('searchbox'), { key: 'Escape' });
    await settle();
    expect(sent('request.cancel')).toEqual([{ requestId }]);
    expect(document.activeElement).toBe(opener());
  });

  it('that cannot be read leave the reason and another try, and can still be typed', async () => {
    let isBroken = true;
    await rowsWith([], {
      'column.values': (request) =>
        isBroken ? failed('INTERNAL', { reason: 'x' }).failure : answer(request),
    });
    const list = await open();
    isBroken = false;
    await act(async () => fireEvent.click(list.getByRole('button', { name: 'Retry' })));
    expect(list.getAllByRole('checkbox')).toHaveLength(4);
    fireEvent.change(screen.getByLabelText('Value'), { target: { value: 'Ita' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await settle();
    expect(filtersNow()).toEqual([{ column: 'pays', operator: 'contains', value: 'Ita' }]);
  });

  it('of numbers are not listed', async () => {
    await rowsWith();
    fireEvent.change(screen.getByLabelText('Column'), { target: { value: 'montant' } });
    expect(screen.queryByRole('button', { name: 'Pick values' })).toBeNull();
  });
});
