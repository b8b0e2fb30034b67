import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { columnProfile } from '../../fixtures/table-fixtures';
import { showLanguage } from '../../languages/language';
import { SchemaTable } from './schema-table';

afterEach(() => {
  cleanup();
  showLanguage('en');
});

const packText = { en: 'Country of the customer', fr: 'Pays : le sien' };
const described = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('.schema-description')?.textContent);

it('describes columns in the words of the pack, in the language of the window', () => {
  const profile = columnProfile();
  const [first, second] = profile.columns as [
    (typeof profile.columns)[0],
    (typeof profile.columns)[0],
  ];
  const columns = [
    { ...first, packText, isPartition: true },
    { ...second, packText, description: 'The table’s own words' },
  ];
  render(<SchemaTable profile={{ ...profile, columns }} />);
  expect(described()).toEqual([
    'Country of the customer · partition column',
    'The table’s own words',
  ]);
  cleanup();
  showLanguage('fr');
  render(<SchemaTable profile={{ ...profile, columns }} />);
  expect(described()[0]).toMatch(/^Pays\u202f: le sien · /);
});
