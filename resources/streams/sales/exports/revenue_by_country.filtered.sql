-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- The same over a part of the sales, from the sales themselves.
SELECT
  country_code,
  pays,
  count(*) AS total_transactions,
  sum(total_depense)::DECIMAL(22, 2) AS revenue_total,
  round((sum(total_depense) / count(*))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS transaction_moyenne,
  sum(quantite)::BIGINT AS items_sold,
  count(DISTINCT client_id) AS unique_customers
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
GROUP BY ALL
