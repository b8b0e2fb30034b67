-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- The same over a part of the sales: loyal within that part.
SELECT
  nb_achats >= ${loyaltyThreshold} AS est_client_fidele,
  count(*) AS customer_count,
  sum(total)::DECIMAL(22, 2) AS total_revenue,
  round((sum(total) / nullif(sum(nb_achats), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS avg_transaction
FROM (
  SELECT client_id, sum(total_depense) AS total, count(*) AS nb_achats
  FROM silver.ventes_clean
  WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
    AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
    AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
    AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
    AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
  GROUP BY client_id
)
GROUP BY est_client_fidele
ORDER BY est_client_fidele DESC
