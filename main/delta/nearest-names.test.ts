import { expect, it } from 'vitest';
import { nearestNames } from './nearest-names';

const known = ['silver.ventes_clean', 'silver.ventes_par_pays', 'gold.ventes_fenetres_5min'];

it.each([
  ['silver.vents_clean', ['silver.ventes_clean']],
  ['ventes_par', ['silver.ventes_par_pays']],
  ['gold.ventes_fenetre_5min', ['gold.ventes_fenetres_5min']],
  ['zzz', known],
])('%s is near to %s', (name, names) => {
  expect(nearestNames(name, known)).toEqual(expect.arrayContaining(names));
  expect(nearestNames(name, known)[0]).toBe(names[0]);
});

it('of very many names none of which is near, some are named', () => {
  const many = Array.from({ length: 50 }, (_, index) => `table_${index}`);
  expect(nearestNames('x', many)).toHaveLength(12);
});
