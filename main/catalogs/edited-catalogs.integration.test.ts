import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogRow } from '../contract/catalogs';
import { runOnce } from '../hosts/commands/run';
import { TableReading } from '../reading/table-reading';
import { findInstallation } from '../settings/installation';
import { loadPack, type LoadedPack } from '../settings/load-pack';
import { dataPaths } from '../settings/paths';
import { PackCatalogBook } from './catalogs';

const dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-edited-'));
const paths = dataPaths(dataFolder);
afterAll(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 }));

const added = {
  countries: {
    country_code: 'CH',
    pays: 'Suisse',
    english: 'Switzerland',
    accepted: ['CH', 'Suisse'],
  },
  segments: {
    segment_code: 'CLUB',
    segment: 'Association',
    english: 'Club',
    accepted: ['CLUB', 'Association'],
  },
  categories: { categorie_code: 'LIGHT', categorie: 'Luminaires', english: 'Lighting' },
  clients: { client_id: 17, client_nom: 'Club Alpin', country_code: 'CH', segment_code: 'CLUB' },
  products: {
    produit_id: 110,
    produit_nom: 'Lampe',
    english: 'Lamp',
    categorie_code: 'LIGHT',
    prix_unitaire: '12.50',
  },
};

let loaded: LoadedPack;
let reading: TableReading;
const rows = async (sql: string) =>
  (await reading.runSql({ sql, rowLimit: 100, timeoutMs: 60_000 })).rows;

describe('edited catalogs, by the real broker and the real job', () => {
  beforeAll(async () => {
    const { resourcesFolder } = await findInstallation();
    loaded = loadPack(resourcesFolder, 'sales');
    const book = new PackCatalogBook(paths, [loaded]);
    const shipped = (name: string): readonly CatalogRow[] =>
      book.read().catalogs.find((one) => one.name === name)!.rows;
    for (const name of ['countries', 'segments', 'categories', 'products'] as const)
      await book.change('sales', name, [...shipped(name), added[name]]);
    // The shipped customers are gone but one: events of the others would be rejected.
    await book.change('sales', 'clients', [shipped('clients')[0]!, added.clients]);
  });
  afterAll(() => reading?.close());

  it('decide what is sent and what becomes of it, planned faults included', async () => {
    const summary = await runOnce(
      {
        dataFolder,
        pack: 'sales',
        count: 200,
        forMs: null,
        ratePerSecond: 400,
        seed: 5,
        replayFiles: [],
        isAgreed: false,
        faults: { late: 4, duplicate: 6, malformed: 10 },
      },
      () => undefined,
    );
    expect(summary).toMatchObject({
      silver: 204,
      rejected: { parse: 4, schema: 4, rule: 2 },
      duplicates: 6,
      faults: { late: { expected: 4, found: 4 } },
      ledger: 'ok',
    });
    reading = await TableReading.open({ paths, pack: loaded.pack, packFolder: loaded.folder });
    const found = await rows(
      `SELECT client_id, country_code, pays, segment, categorie, prix_unitaire, dq_warnings
       FROM silver.ventes_clean WHERE client_id = 17 AND produit_id = 110
       AND dq_warnings IS NULL LIMIT 1`,
    );
    expect(found).toEqual([[17, 'CH', 'Suisse', 'Association', 'Luminaires', '12.50', null]]);
    expect(await rows('SELECT DISTINCT client_id FROM silver.ventes_clean ORDER BY 1')).toEqual([
      [1],
      [17],
    ]);
  });

  it.each([
    ['silver.ventes_par_pays', 'total_transactions', `country_code = 'CH'`],
    ['silver.ventes_par_segment', 'total_transactions', `segment_code = 'CLUB'`],
    ['silver.ca_par_pays_segment', 'nombre_ventes', `country_code = 'CH'`],
    ['silver.ventes_par_client', 'nb_achats', 'client_id = 17'],
    ['silver.top_produits', 'ventes_count', 'produit_id = 110'],
    ['gold.ventes_fenetres_5min', 'nombre_ventes', `categorie = 'Luminaires'`],
  ])('have their rows in %s', async (table, count, isAdded) => {
    const inSilver = isAdded.replace('categorie =', 'dq_warnings IS NULL AND categorie =');
    const [row] = await rows(
      `SELECT (SELECT sum(${count})::INT FROM ${table} WHERE ${isAdded}),
              (SELECT count(*)::INT FROM silver.ventes_clean WHERE ${inSilver})`,
    );
    expect(row![0]).toBe(row![1]);
    expect(row![0]).toBeGreaterThan(5);
  });

  it.each([
    ['gold.dim_pays', 'country_code, pays, country_en', ['CH', 'Suisse', 'Suisse']],
    [
      'gold.dim_segment',
      'segment_code, segment, segment_en',
      ['CLUB', 'Association', 'Association'],
    ],
  ])(
    'have a name in each language in %s, also where only one is known',
    async (view, columns, row) => {
      expect(await rows(`SELECT ${columns} FROM ${view}`)).toContainEqual(row);
    },
  );
});
