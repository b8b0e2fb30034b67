import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { readPackViews } from './pack-views';
import { SqlBox } from './sql-box';

const views = readPackViews(join(__dirname, '../../resources/streams/sales'));
const silver = 'silver.ventes_clean';
let disk: TestLake;
let lake: Lake;
let box: SqlBox;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  box = new SqlBox(lake, views);
});
afterEach(async () => {
  await box.close();
  await lake.close();
  disk.close();
});

const run = (sql: string) => box.run({ sql, rowLimit: 100, timeoutMs: 10_000 });

function createSilver(added: Record<string, string> = {}) {
  disk.create(
    silver,
    {
      ...{ event_id: 'string', vente_id: 'integer', client_id: 'integer', produit_id: 'integer' },
      ...{ timestamp: 'timestamp', quantite: 'integer', prix_unitaire: 'decimal(12,2)' },
      ...{ montant: 'decimal(12,2)', total_depense: 'decimal(12,2)', client_nom: 'string' },
      ...{ produit_nom: 'string', categorie: 'string', categorie_code: 'string', pays: 'string' },
      ...{ country_code: 'string', segment: 'string', segment_code: 'string', heure: 'integer' },
      ...{ jour: 'string', _state: 'binary', ...added },
    },
    ['jour'],
  );
}

async function appendSale(id: number, jour: string, clientName: string) {
  await disk.append(silver, {
    rows: `SELECT 'e${id}' AS event_id, ${id} AS vente_id, 7 AS client_id, 101 AS produit_id,
      TIMESTAMPTZ '${jour} 10:30:45.123456Z' AS timestamp, 2 AS quantite,
      899.99::DECIMAL(12,2) AS prix_unitaire, 1799.98::DECIMAL(12,2) AS montant,
      1799.98::DECIMAL(12,2) AS total_depense, '${clientName}' AS client_nom, 'PC' AS produit_nom,
      'Électronique' AS categorie, 'ELECTRONICS' AS categorie_code, 'France' AS pays,
      'FR' AS country_code, 'Particulier' AS segment, 'INDIVIDUAL' AS segment_code, 10 AS heure`,
    partitionValues: { jour },
  });
}

describe('the views of the sales pack', () => {
  it('give a sale the eight plain columns of the source, with their types', async () => {
    createSilver();
    await appendSale(1, '2026-11-21', 'Ada');
    const { columns, rows, tableVersions } = await run('SELECT * FROM silver.vente_simple');
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id_vente INTEGER',
      'produit VARCHAR',
      'quantite INTEGER',
      'prix_unitaire DOUBLE',
      'pays VARCHAR',
      'segment VARCHAR',
      'timestamp VARCHAR',
      'total_spend DECIMAL(12,2)',
    ]);
    const at = '2026-11-21T10:30:45.123456Z';
    expect(rows).toEqual([[1, 'PC', 2, 899.99, 'France', 'Particulier', at, '1799.98']]);
    expect(tableVersions).toEqual({ [silver]: 1 });
  });

  it('form a star: a fact per sale, a dimension row per key, every day of the range', async () => {
    createSilver();
    await appendSale(1, '2026-11-18', 'Ada');
    await appendSale(2, '2026-11-21', 'Ada Lovelace');
    const joined = await run(`SELECT f.vente_id, c.client_nom, p.produit_nom, l.pays, s.segment,
        d.jour_semaine FROM gold.fact_ventes f JOIN gold.dim_client c USING (client_id)
      JOIN gold.dim_produit p USING (produit_id) JOIN gold.dim_pays l ON l.country_code = f.country_code
      JOIN gold.dim_segment s ON s.segment_code = f.segment_code
      JOIN gold.dim_date d USING (jour) ORDER BY vente_id`);
    expect(joined.rows).toEqual([
      [1, 'Ada Lovelace', 'PC', 'France', 'Particulier', 3],
      [2, 'Ada Lovelace', 'PC', 'France', 'Particulier', 6],
    ]);
    expect((await run('SELECT count(*) FROM gold.dim_date')).rows).toEqual([['4']]);
  });

  it('follow their table: new rows, and a new column in an equal view', async () => {
    createSilver();
    expect((await run('SELECT count(*) FROM silver.ventes_agg')).rows).toEqual([['0']]);
    createSilver({ added: 'string' });
    await appendSale(1, '2026-11-21', 'Ada');
    const { columns, rows } = await run('SELECT * FROM silver.ventes_agg');
    expect(rows).toHaveLength(1);
    const names = columns.map(({ name }) => name);
    expect(names).toContain('added');
    expect(names).not.toContain('_state');
  });

  it('are absent while their table is not there, and listed once it is', async () => {
    await expect(run('SELECT * FROM bronze.ventes')).rejects.toMatchObject({
      failure: { code: 'TABLE_UNKNOWN', facts: { table: 'bronze.ventes' } },
    });
    createSilver();
    const { rows } = await run(
      'SELECT table_schema, table_name FROM information_schema.tables ORDER BY ALL',
    );
    const names = rows.map((row) => row.join('.'));
    expect(names).toContain('gold.fact_ventes');
    expect(names).toContain('silver.vente_simple');
    expect(names).not.toContain('bronze.ventes_raw');
  });

  it('give Bronze its two source names', async () => {
    disk.create('bronze.ventes_stream', { event_id: 'string' });
    await disk.append('bronze.ventes_stream', { rows: `SELECT 'e' AS event_id` });
    for (const name of ['bronze.ventes', 'bronze.ventes_raw']) {
      expect((await run(`SELECT * FROM ${name}`)).rows).toEqual([['e']]);
    }
  });
});
