-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- The same tiles over a part of the sales: a selection has no aggregate of its own.
SELECT
  sum(total_depense)::DECIMAL(22, 2) AS total_revenue,
  count(*) AS total_sales,
  round((sum(total_depense) / nullif(count(*), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS average_transaction,
  count(DISTINCT client_id) AS unique_customers,
  count(DISTINCT country_code) AS countries,
  count(DISTINCT produit_id) AS unique_products
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
