-- title: Raw sales
-- titleFr: Ventes brutes
-- group: export
-- order: 1
-- version: 1
-- columns: vente_id:i, event_id, event_time_utc:t, client_id:i, client_nom, pays, segment
-- columns: produit_id:i, produit_nom, categorie, quantite:i, prix_unitaire:md, montant:md, jour:d
-- columns: ingestion_time_utc:t, kafka_time_utc:t, kafka_partition:i, kafka_offset:i
-- sort: kafka_partition, kafka_offset
-- id: event_id
-- source: bronze.ventes_stream
-- known: vente_id, client_id, produit_id, timestamp, quantite, montant, client_nom, produit_nom
-- known: categorie, pays, segment, date_ingestion, jour, prix_unitaire, event_id, schema_version
-- known: kafka_topic, kafka_partition, kafka_offset, kafka_timestamp, kafka_key, raw_value
-- parameter: since timestamp
-- parameter: until timestamp
-- Bronze as it came.
SELECT
  vente_id,
  event_id,
  "timestamp" AS event_time_utc,
  client_id,
  client_nom,
  pays,
  segment,
  produit_id,
  produit_nom,
  categorie,
  quantite,
  prix_unitaire,
  montant,
  TRY_CAST(jour AS DATE) AS jour,
  date_ingestion AS ingestion_time_utc,
  kafka_timestamp AS kafka_time_utc,
  kafka_partition,
  kafka_offset
FROM bronze.ventes_stream
WHERE ($since::TIMESTAMPTZ IS NULL OR "timestamp" >= $since::TIMESTAMPTZ)
  AND ($until::TIMESTAMPTZ IS NULL OR "timestamp" < $until::TIMESTAMPTZ)
