-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- Country and segment are those that Silver found: records that it rejected are left out.
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
WHERE (kafka_partition, kafka_offset) IN (
  SELECT (kafka_partition, kafka_offset)
  FROM silver.ventes_clean
  WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
    AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
    AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
    AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
)
