-- title: Sales
-- titleFr: Ventes
-- group: export
-- order: 2
-- version: 1
-- columns: event_id, vente_id:i, event_time_utc:t, jour:d, heure:i, client_id:i, client_nom
-- columns: country_code, pays, segment_code, segment, produit_id:i, produit_nom, categorie_code
-- columns: categorie, quantite:i, prix_unitaire:m, montant:m, total_depense:m, processed_time_utc:t
-- sort: event_time_utc, event_id
-- id: event_id
-- source: silver.ventes_clean
-- known: event_id, schema_version, vente_id, client_id, produit_id, timestamp, quantite
-- known: prix_unitaire, montant, total_depense, client_nom, produit_nom, categorie
-- known: categorie_code, pays, country_code, segment, segment_code, annee, mois, jour
-- known: jour_du_mois, jour_semaine, heure, kafka_partition, kafka_offset, kafka_timestamp
-- known: date_ingestion, processed_at, dq_warnings
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
SELECT
  event_id,
  vente_id,
  "timestamp" AS event_time_utc,
  jour::DATE AS jour,
  heure,
  client_id,
  client_nom,
  country_code,
  pays,
  segment_code,
  segment,
  produit_id,
  produit_nom,
  categorie_code,
  categorie,
  quantite,
  prix_unitaire,
  montant,
  total_depense,
  processed_at AS processed_time_utc
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
