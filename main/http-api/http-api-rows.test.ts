import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ControlCenter } from '../control-center';
import { TestLake } from '../delta/test-lake';
import { ask, openCenter } from './test-api-center';

/** floor.md section 9, sentence by sentence, over real tables and the real server. */

let lake: TestLake;
let center: ControlCenter;

const sums = { total_montant: 'decimal(22,2)', total_quantite: 'long' };
const tables: Record<string, { columns: Record<string, string>; rows: string }> = {
  'silver.ventes_aggreges': {
    columns: {
      produit_nom: 'string',
      produit_id: 'integer',
      pays: 'string',
      country_code: 'string',
      ...sums,
    },
    rows: `SELECT 'Produit ' || i AS produit_nom, i::INTEGER AS produit_id, 'France' AS pays,
      'FR' AS country_code, (8999.90 - i)::DECIMAL(22,2) AS total_montant, 10::BIGINT AS total_quantite
      FROM range(150) t(i)`,
  },
  'silver.top_produits': {
    columns: { produit_nom: 'string', produit_id: 'integer', revenue_total: 'decimal(22,2)' },
    rows: `SELECT 'Produit ' || i AS produit_nom, i::INTEGER AS produit_id,
      (100 * i + 0.5)::DECIMAL(22,2) AS revenue_total FROM range(20) t(i)`,
  },
  'silver.hourly_sales': {
    columns: { heure: 'timestamp', ...sums },
    rows: `SELECT TIMESTAMPTZ '2026-11-21 10:00:00+00' - INTERVAL (i) HOUR AS heure,
      (i + 0.10)::DECIMAL(22,2) AS total_montant, i::BIGINT AS total_quantite FROM range(3) t(i)`,
  },
  'silver.ventes_par_client': {
    columns: {
      client_id: 'integer',
      segment: 'string',
      total_depense: 'decimal(22,2)',
      nb_achats: 'long',
    },
    rows: `SELECT * FROM (VALUES (1, 'Particulier', 30.00::DECIMAL(22,2), 2::BIGINT),
      (1, 'Particulier', 10.05::DECIMAL(22,2), 1::BIGINT),
      (2, 'Entreprise', 100.00::DECIMAL(22,2), 3::BIGINT)) t(client_id, segment, total_depense, nb_achats)`,
  },
  'silver.ca_par_pays_segment': {
    columns: { pays: 'string', ca_total: 'decimal(22,2)' },
    rows: `SELECT * FROM (VALUES ('France', 5.10::DECIMAL(22,2)), ('Italie', 7.00::DECIMAL(22,2)),
      ('France', 3.00::DECIMAL(22,2))) t(pays, ca_total)`,
  },
};

beforeAll(async () => {
  lake = await TestLake.open();
  for (const [table, { columns, rows }] of Object.entries(tables)) {
    lake.create(table, columns);
    await lake.append(table, { rows });
  }
  center = await openCenter(lake.root, ['httpApi.enabled=true']);
});
afterAll(async () => {
  await center.shutdown();
  lake.close();
});

describe('the HTTP API of floor.md 9', () => {
  it.each([
    [
      'top_products',
      '[{"produit_nom":"Produit 19","total_montant":1900.50},{"produit_nom":"Produit 18","total_montant":1800.50},',
      10,
    ],
    [
      'hourly_sales',
      '[{"heure":"2026-11-21 08:00:00","total_montant":2.10,"total_quantite":2},{"heure":"2026-11-21 09:00:00",',
      3,
    ],
    [
      'revenue_by_country',
      '[{"pays":"France","total_revenue":8.10},{"pays":"Italie","total_revenue":7.00}]',
      2,
    ],
    [
      'customer_segmentation',
      '[{"segment":"Entreprise","customer_count":1,"segment_revenue":100.00,"avg_transaction_value":33.33},' +
        '{"segment":"Particulier","customer_count":1,"segment_revenue":40.05,"avg_transaction_value":13.35}]',
      2,
    ],
    [
      'aggregated_sales',
      '[{"produit_nom":"Produit 0","pays":"France","total_montant":8999.90,"total_quantite":10},',
      100,
    ],
  ])('GET /api/%s', async (route, begins, rows) => {
    const { status, type, text } = await ask(center, `/api/${route}`);
    expect(status).toBe(200);
    expect(type).toBe('application/json; charset=utf-8');
    expect(text.slice(0, begins.length)).toBe(begins);
    expect(JSON.parse(text)).toHaveLength(rows);
  });

  it('GET /api/overall_statistics is one object', async () => {
    expect((await ask(center, '/api/overall_statistics')).text).toBe(
      '{"total_revenue":140.05,"total_sales":6,"unique_products":150,"unique_customers":2}',
    );
  });
});
