import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { RecordPage } from '../../../../main/contract/records';
import { columnProfile, recordsPage } from '../../fixtures/table-fixtures';
import { GridRow } from '../../grid/grid-row';
import { SchemaTable } from './schema-table';

afterEach(cleanup);
const { columns, rows }: RecordPage = recordsPage();

it('a row of the grid shows amounts with their sign and all digits', () => {
  const shown = columns.map(({ name, type, unit }, place) => {
    return { id: name, type, unit, place, isNumeric: place === 1, isFrozen: false };
  });
  const items = shown.map(({ id }, index) => {
    return { key: id, index, start: 100 * index, end: 100, size: 100, lane: 0 };
  });
  const place = { index: 0, start: 0, height: 28, width: 200, gutter: 20, language: 'en' as const };
  const none = { active: -1, firstSelected: -1, lastSelected: -2, isWhole: false };
  render(<GridRow {...place} {...none} values={rows[0] ?? null} items={items} shown={shown} />);
  const cells = screen.getAllByRole('gridcell').map(({ textContent }) => textContent);
  expect(cells).toEqual(['France', '€1.50']);
});

it('the schema shows an amount’s bounds with their sign, and the unit beside the type', () => {
  const profile = columnProfile();
  const packText = { en: 'Amount', fr: 'Montant', unit: 'EUR' } as const;
  const amount = { ...profile.columns[1]!, packText, least: '1.50', most: '2.50' };
  render(<SchemaTable profile={{ ...profile, columns: [profile.columns[0]!, amount] }} />);
  const cells = screen.getAllByRole('cell').map(({ textContent }) => textContent);
  expect(cells).toEqual(expect.arrayContaining(['DECIMAL(12,2) · EUR', '€1.50', '€2.50']));
  expect(cells).toContain('VARCHAR');
});
