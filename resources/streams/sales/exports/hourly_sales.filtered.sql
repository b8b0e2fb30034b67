-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- The same over a part of the sales, from the sales themselves.
SELECT
  to_timestamp(epoch_us("timestamp") // 3600000000 * 3600) AS heure_utc,
  sum(total_depense)::DECIMAL(22, 2) AS total_montant,
  sum(quantite)::BIGINT AS total_quantite
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
GROUP BY ALL
