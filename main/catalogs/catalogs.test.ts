import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogRow } from '../contract/catalogs';
import { findGenerator } from '../generate/find-generator';
import { loadPacks } from '../settings/load-pack';
import { dataPaths } from '../settings/paths';
import { PackCatalogBook } from './catalogs';

const resources = join(__dirname, '../../resources');
const loaded = loadPacks(resources, ['sales', 'orders']);
const [sales] = loaded as [(typeof loaded)[0], (typeof loaded)[0]];
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-catalogs-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => new PackCatalogBook(dataPaths(folder), loaded);
const find = (book: PackCatalogBook, name: string, pack = 'sales') =>
  book.read().catalogs.find((one) => one.pack === pack && one.name === name)!;
const refusal = async (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: { failure: { code: string; facts: Record<string, unknown> } }) =>
      `${error.failure.code} ${error.failure.facts['reason']}`,
  );
const withRow = (rows: readonly CatalogRow[], row: CatalogRow) => [...rows, row];
const lamp = {
  produit_id: 110,
  produit_nom: 'Lampe',
  english: 'Lamp',
  categorie_code: 'ELECTRONICS',
  prix_unitaire: '12.50',
};

describe('catalogs', () => {
  it('are those of every running pack, with what their columns hold and refer to', () => {
    const book = open();
    expect(book.read().catalogs.map(({ pack, name }) => `${pack}.${name}`)).toEqual([
      ...['sales.categories', 'sales.clients', 'sales.countries', 'sales.products'],
      ...['sales.segments', 'orders.categories', 'orders.event-types', 'orders.products'],
      'orders.regions',
    ]);
    expect(find(book, 'products').columns.slice(0, 4)).toEqual([
      { name: 'produit_id', kind: 'number', isUnique: true, refersTo: null },
      { name: 'produit_nom', kind: 'text', isUnique: false, refersTo: null },
      { name: 'english', kind: 'text', isUnique: false, refersTo: null },
      { name: 'categorie_code', kind: 'text', isUnique: false, refersTo: 'categories' },
    ]);
    const accepted = find(book, 'countries').columns.find(({ name }) => name === 'accepted');
    expect(accepted).toMatchObject({ kind: 'list', isUnique: true });
    expect(book.sourceFolder(sales)).toBe(sales.folder);
  });

  it('that were changed wait for the next start, which generates by them', async () => {
    const book = open();
    await book.change('sales', 'products', [{ ...lamp, foreign: 'is passed over' }]);
    expect(find(book, 'products')).toMatchObject({
      isChanged: true,
      isWaiting: true,
      rows: [lamp],
    });
    expect(find(book, 'clients')).toMatchObject({ isChanged: false, isWaiting: false });

    const next = open();
    const source = next.sourceFolder(sales);
    expect(next.notices).toEqual([]);
    expect(find(next, 'products')).toMatchObject({ isChanged: true, isWaiting: false });
    const event = findGenerator(sales.pack, source, 7).event(1, 1_000_000);
    expect(event.value).toContain('Lampe');
    const stream = join(source, 'stream.json');
    expect(readFileSync(stream, 'utf8')).toBe(
      readFileSync(join(sales.folder, 'stream.json'), 'utf8'),
    );

    await next.reset('sales', 'products');
    expect(find(next, 'products')).toMatchObject({ isChanged: false, isWaiting: true });
    expect(open().sourceFolder(sales)).toBe(sales.folder);
    expect(existsSync(source)).toBe(false);
  });

  it.each<[string, string, (rows: CatalogRow[]) => CatalogRow[]]>([
    ['There must be at least one row.', 'products', () => []],
    [
      'Row 10 has the produit_id "101" of another row.',
      'products',
      (rows) => withRow(rows, { ...lamp, produit_id: 101 }),
    ],
    [
      'Row 10 has no value for produit_nom.',
      'products',
      (rows) => withRow(rows, { ...lamp, produit_nom: ' ' }),
    ],
    [
      'Row 10 has the categorie_code "TOYS", which categories does not have.',
      'products',
      (rows) => withRow(rows, { ...lamp, categorie_code: 'TOYS' }),
    ],
    [
      'The categorie_code "BOOKS" is still used by products.',
      'categories',
      (rows) => rows.slice(0, 1),
    ],
  ])('are refused with the reason: %s', async (reason, name, edit) => {
    const book = open();
    const { rows } = find(book, name);
    expect(await refusal(book.change('sales', name, edit(rows)))).toBe(`SETTING_INVALID ${reason}`);
    expect(find(book, name)).toMatchObject({ isChanged: false, rows });
  });

  it.each([
    // The row as the editor counts it.
    [
      { prix_unitaire: 'dear' },
      /^SETTING_INVALID Row 2, prix_unitaire: it must be a text of the form /,
    ],
    [{ produit_id: 1.5 }, /^SETTING_INVALID Row 2, produit_id: it must be a whole number\.$/],
  ])('are refused where the generator could not draw from them: %j', async (wrong, reason) => {
    const book = open();
    const dear = { ...lamp, produit_id: 111, ...wrong };
    expect(await refusal(book.change('sales', 'products', [lamp, dear]))).toMatch(reason);
    expect(find(book, 'products').isChanged).toBe(false);
  });

  it('are a plain failure where their copy cannot be made, and the own ones at a start', async () => {
    const held = join(folder, 'held');
    writeFileSync(held, 'a file where the folder of the copies would be');
    const book = new PackCatalogBook(
      { catalogs: dataPaths(folder).catalogs, runPack: (pack) => join(held, pack) },
      loaded,
    );
    expect(book.sourceFolder(sales)).toBe(sales.folder);
    expect(book.notices).toEqual([]);
    await expect(book.change('sales', 'products', [lamp])).rejects.toMatchObject({
      failure: {
        code: expect.stringMatching(/^(FOLDER_NOT_REMOVED|DATA_FOLDER_DENIED)$/) as string,
      },
    });
    await open().change('sales', 'products', [lamp]);
    expect(book.sourceFolder(sales)).toBe(sales.folder);
    expect(book.notices[0]?.message).toMatch(/catalogs of sales are not used: .*held/);
  });

  it('that do not fit at a start leave the own ones, and say so', () => {
    const own = join(folder, 'catalogs', 'sales');
    mkdirSync(own, { recursive: true });
    writeFileSync(
      join(own, 'products.json'),
      JSON.stringify([{ ...lamp, categorie_code: 'TOYS' }]),
    );
    const book = open();
    expect(book.sourceFolder(sales)).toBe(sales.folder);
    expect(book.notices[0]?.message).toMatch(/catalogs of sales are not used: .*TOYS/);
    expect(book.notices[0]?.told.failure?.reason).toMatchObject({ name: 'catalogUnknown' });
    // No restart would take them either.
    expect(find(book, 'products')).toMatchObject({ isChanged: true, isWaiting: false });
  });
});
