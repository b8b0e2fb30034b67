import { expect, it } from 'vitest';
import { findSettings } from './find-settings';

const rows = [
  { name: 'producer.ratePerSecond', title: 'Événements par seconde', groupTitle: 'Producteur' },
  { name: 'httpApi.port', title: 'Port du serveur local', groupTitle: 'API HTTP' },
];
const names = (search: string) => findSettings(rows, search).map(({ name }) => name);

it('finds by words of name, title and group, in any order, without accents and capitals', () => {
  expect(names('evenements PRODUCTEUR')).toEqual(['producer.ratePerSecond']);
  expect(names('httpapi')).toEqual(['httpApi.port']);
  expect(names('port secondes')).toEqual([]);
});

it('finds all for an empty search', () => {
  expect(names('  ')).toHaveLength(2);
});
