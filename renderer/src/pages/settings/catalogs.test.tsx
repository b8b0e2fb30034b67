import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Catalog, CatalogRow } from '../../../../main/contract/catalogs';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { preparePage } from '../../fixtures/prepare-page';
import { settingsReport } from '../../fixtures/settings-fixtures';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

async function pageAt(answers: Parameters<typeof createFakeTransport>[0]) {
  const transport = createFakeTransport({ 'settings.read': settingsReport, ...answers });
  window.location.hash = '/settings/catalogs';
  const { page } = await preparePage(transport);
  render(page);
  await settle();
  return { transport };
}

it('catalogs are edited in fields, refused beside them, and kept for the next start', async () => {
  let rows: CatalogRow[] = [{ code: 'A', price: 1 }];
  const catalog = (): Catalog => ({
    pack: 'sales',
    name: 'products',
    columns: [
      { name: 'code', kind: 'text', isUnique: true, refersTo: null },
      { name: 'price', kind: 'number', isUnique: false, refersTo: null },
    ],
    rows,
    isChanged: rows.length > 1,
    isWaiting: rows.length > 1,
  });
  const { transport } = await pageAt({
    'catalogs.read': () => ({ catalogs: [catalog()] }),
    'catalog.change': ({ rows: kept }) => {
      rows = kept;
      return { catalogs: [catalog()] };
    },
  });
  const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
  const keep = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Keep' });
  expect(field('Row 1, code').value).toBe('A');
  fireEvent.click(screen.getByRole('button', { name: 'Add row' }));
  expect(screen.getByRole('alert').textContent).toContain('Row 2: code has no value');
  fireEvent.change(field('Row 2, code'), { target: { value: 'A' } });
  fireEvent.change(field('Row 2, price'), { target: { value: '2,5' } });
  expect(screen.getByRole('alert').textContent).toContain('another row has “A” as code');
  expect(field('Row 2, code').getAttribute('aria-invalid')).toBe('true');
  expect(keep().disabled).toBe(true);
  fireEvent.change(field('Row 2, code'), { target: { value: 'B' } });
  keep().focus();
  fireEvent.click(keep());
  await settle();
  // The pressed button is gone: the keyboard goes on beside it.
  const add = () => screen.getByRole('button', { name: 'Add row' });
  expect(document.activeElement).toBe(add());
  expect(transport.asked.find(({ name }) => name === 'catalog.change')?.request).toEqual({
    pack: 'sales',
    name: 'products',
    rows: [
      { code: 'A', price: 1 },
      { code: 'B', price: 2.5 },
    ],
  });
  expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Back to those of the pack' })).toBeTruthy();
  expect(screen.getByText('2 changes need a restart of Deltadesk')).toBeTruthy();
  fireEvent.click(add());
  const discard = screen.getByRole('button', { name: 'Discard changes' });
  discard.focus();
  fireEvent.click(discard);
  await settle();
  expect(document.activeElement).toBe(add());
});
