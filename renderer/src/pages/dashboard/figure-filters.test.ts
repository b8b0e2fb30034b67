import { expect, it } from 'vitest';
import { figureFilters } from './figure-filters';

const opened = {
  title: 'Top 10 products: x',
  ...{ row: 0, column: 'total' },
  result: {
    columns: [
      { name: 'produit_nom', type: 'VARCHAR' },
      { name: 'total', type: 'BIGINT' },
    ],
    rows: [['x', '7']],
    ...{ rowCount: 1, tableVersions: {}, committedAtMs: null, sql: '', elapsedMs: 1 },
    isTruncated: false,
    parameters: { country: ['FR'], segment: null, since: '2026-11-21T09:00:00.000Z', until: null },
  },
};
const columns = (...names: string[]) => names.map((name) => ({ name, type: 'VARCHAR' }));

it('a figure’s row and filters become filters of the columns that a table has', () => {
  expect(figureFilters(opened, columns('country_code', 'timestamp', 'produit_nom'))).toEqual([
    { column: 'country_code', operator: 'in', values: ['FR'] },
    {
      ...{ column: 'timestamp', operator: 'between' },
      ...{ from: '2026-11-21T09:00:00.000Z', until: null },
    },
    { column: 'produit_nom', operator: 'equals', value: 'x' },
  ]);
  expect(figureFilters(opened, columns('other'))).toEqual([]);
});
