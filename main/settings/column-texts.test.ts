import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { StreamPack } from '../contract/stream-pack';
import { readColumnTexts } from './column-texts';
import { loadPack } from './load-pack';

const resources = join(__dirname, '../../resources');
let folder: string | null = null;
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = null;
});

/** Every column of the tables that a pack defines. */
function columnsOf({ bronze, silver, aggregates }: StreamPack): [table: string, column: string][] {
  const named = (table: string, columns: readonly { name: string }[]) =>
    columns.map(({ name }): [string, string] => [table, name]);
  return [
    ...named(`bronze.${bronze.table}`, bronze.columns),
    ...named(`silver.${silver.table}`, silver.columns),
    ...aggregates.flatMap(({ layer, table, window, keys, measures, derived, ...more }) => [
      ...[window?.startColumn, window?.endColumn, more.processedAtColumn, ...keys].flatMap(
        (name) => (name === undefined ? [] : named(`${layer}.${table}`, [{ name }])),
      ),
      ...named(`${layer}.${table}`, [...measures, ...derived]),
    ]),
  ];
}

it.each(['sales', 'orders'])('says of every column of %s what it is, in both languages', (name) => {
  const loaded = loadPack(resources, name);
  const textOf = readColumnTexts([loaded]);
  const silent = columnsOf(loaded.pack).filter(([table, column]) => {
    const text = textOf(table, column);
    return !text?.en || !text.fr;
  });
  expect(silent).toEqual([]);
  expect(textOf('quality.batches', 'batch_id')?.en).toBe('Number of the micro-batch');
});

it.each([
  ['sales', 'montant', 'quantite'],
  ['orders', 'total_price', 'quantity'],
])('says which columns of %s are amounts', (name, amount, other) => {
  const { pack, folder } = loadPack(resources, name);
  const textOf = readColumnTexts([{ pack, folder }]);
  expect(textOf(`silver.${pack.silver.table}`, amount)?.unit).toBe('EUR');
  expect(textOf(`silver.${pack.silver.table}`, other)?.unit).toBeUndefined();
  // What a person reads and what is shown beside figures agree.
  const told = columnsOf(pack).map(([of, column]) => textOf(of, column));
  expect(told.filter((text) => /\bEUR\b/.test(text?.en ?? '') !== (text?.unit === 'EUR'))).toEqual(
    [],
  );
});

it('says of one table something else where its column is another', () => {
  const textOf = readColumnTexts([loadPack(resources, 'sales')]);
  const [sale, hour] = ['silver.ventes_clean', 'silver.hourly_sales'].map(
    (table) => textOf(table, 'heure')?.en,
  );
  expect([sale, hour]).toEqual(['Hour of the sale, 0 to 23, UTC', 'Begin of the hour, UTC']);
});

it('says nothing of a pack without texts, and names the file of one with wrong ones', () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-columns-'));
  mkdirSync(join(folder, 'streams', 'own'), { recursive: true });
  cpSync(join(resources, 'streams/sales/stream.json'), join(folder, 'streams/own/stream.json'));
  const loaded = loadPack(folder, 'own');
  expect(readColumnTexts([loaded])('silver.ventes_clean', 'heure')).toBeNull();
  writeFileSync(join(loaded.folder, 'columns.json'), '{"*": {"heure": {"en": "Hour"}}}');
  expect(() => readColumnTexts([loaded])).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'PACK_INVALID' }) }),
  );
});
