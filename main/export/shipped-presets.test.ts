import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { streamPack } from '../contract/stream-pack';
import { readPresets } from './export-preset';

const streams = join(__dirname, '..', '..', 'resources', 'streams');

/** The frozen columns of version 1 (export.md section 1): a change here is a new version. */
const frozen: Record<string, Record<string, string>> = {
  sales: {
    bronze_sales:
      'vente_id event_id event_time_utc client_id client_nom pays segment produit_id produit_nom categorie quantite prix_unitaire montant jour ingestion_time_utc kafka_time_utc kafka_partition kafka_offset',
    sales:
      'event_id vente_id event_time_utc jour heure client_id client_nom country_code pays segment_code segment produit_id produit_nom categorie_code categorie quantite prix_unitaire montant total_depense processed_time_utc',
    revenue_by_country_segment: 'country_code pays segment_code segment nombre_ventes ca_total',
    revenue_by_country:
      'country_code pays total_transactions revenue_total transaction_moyenne items_sold unique_customers',
    revenue_by_segment:
      'segment_code segment total_transactions revenue_total transaction_moyenne unique_customers countries_count',
    clients_by_day:
      'client_id client_nom pays segment jour total_quantite total_depense nb_achats panier_moyen achat_min achat_max nb_produits_distincts est_client_fidele segment_depense',
    aggregated_sales: 'produit_nom pays total_montant total_quantite',
    top_products: 'produit_nom total_montant',
    hourly_sales: 'heure_utc total_montant total_quantite',
    sales_windows:
      'window_start_utc window_end_utc country_code pays segment_code segment categorie nombre_ventes chiffre_affaires panier_moyen total_quantite clients_uniques',
    fact_ventes:
      'event_id vente_id event_time_utc jour client_id produit_id country_code segment_code quantite prix_unitaire montant',
    dim_client: 'client_id client_nom country_code segment_code',
    dim_produit: 'produit_id produit_nom categorie_code categorie prix_unitaire',
    dim_pays: 'country_code pays country_en',
    dim_segment: 'segment_code segment segment_en',
    dim_date: 'jour annee mois jour_du_mois jour_semaine',
  },
  orders: {
    bronze_orders:
      'order_id customer_id product_id product_name product_category quantity unit_price total_price event_type region event_time_utc kafka_ingest_time_utc kafka_partition kafka_offset event_date',
    order_revenue_windows:
      'window_start_utc window_end_utc region product_category order_count total_revenue avg_order_value total_units_sold unique_customers',
  },
};

const parametersOf = (pack: string) =>
  streamPack.parse(JSON.parse(readFileSync(join(streams, pack, 'stream.json'), 'utf8'))).parameters;

describe('the shipped presets', () => {
  it.each(Object.keys(frozen))('of %s have the frozen columns in their order', async (pack) => {
    const presets = [
      ...(await readPresets(join(streams, pack, 'exports'), parametersOf(pack))).values(),
    ];
    const files = presets.flatMap((preset) => preset.files);
    const found = files.map(({ name, columns }) => [
      name,
      columns.map((one) => one.name).join(' '),
    ]);
    expect(Object.fromEntries(found)).toEqual(frozen[pack]);
    expect(presets.every(({ version }) => version === 1)).toBe(true);
  });

  it.each(readdirSync(streams))(
    'of %s name times ending in _utc, and nothing else so',
    async (pack) => {
      const presets = [
        ...(await readPresets(join(streams, pack, 'exports'), parametersOf(pack))).values(),
      ];
      for (const { name, type } of presets.flatMap(({ files }) =>
        files.flatMap((one) => one.columns),
      )) {
        expect([name, name.endsWith('_utc')]).toEqual([name, type.kind === 'timestamp']);
      }
    },
  );
});
