-- One row per Silver sale: keys of the dimensions, then measures.
SELECT
  event_id,
  vente_id,
  "timestamp" AS event_time_utc,
  jour::DATE AS jour,
  client_id,
  produit_id,
  country_code,
  segment_code,
  quantite,
  prix_unitaire,
  montant
FROM silver.ventes_clean
