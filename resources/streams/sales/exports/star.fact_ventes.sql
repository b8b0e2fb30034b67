-- title: Star schema
-- titleFr: Schéma en étoile
-- group: export
-- order: 11
-- version: 1
-- columns: event_id, vente_id:i, event_time_utc:t, jour:d, client_id:i, produit_id:i, country_code
-- columns: segment_code, quantite:i, prix_unitaire:m, montant:m
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
SELECT *
FROM gold.fact_ventes
WHERE event_time_utc >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND event_time_utc < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
