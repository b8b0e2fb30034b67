import { afterEach, expect, it } from 'vitest';
import type { TestExporter } from './test-exporter';
import { openWith } from './test-items';

let place: TestExporter;
afterEach(() => place.close());

const head = { columns: 'number:i', sort: 'number' };

it('counts every preset with nothing filtered, and no further than a preset goes', async () => {
  place = await openWith(7);
  place.preset('first', { ...head, limit: '3' }, 'SELECT number FROM silver.items');
  place.preset(
    'some',
    { ...head, parameter: 'least integer' },
    'SELECT number FROM silver.items\nWHERE number >= coalesce($least::INTEGER, 5);',
  );
  const { counts } = await place.exporter.countRows();
  expect(Object.fromEntries(counts.map(({ name, rows }) => [name, rows]))).toEqual({
    items: 7,
    first: 3,
    some: 2,
  });
});

it('counts none while a table is missing', async () => {
  place = await openWith(1);
  place.preset('other', head, 'SELECT number FROM silver.not_yet');
  expect(await place.exporter.countRows()).toEqual({ counts: [] });
});
