-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- The same over a part of the sales.
SELECT
  segment,
  count(DISTINCT client_id) AS customer_count,
  sum(total_depense)::DECIMAL(22, 2) AS segment_revenue,
  round((sum(total_depense) / nullif(count(*), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS avg_transaction_value
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
GROUP BY segment
ORDER BY segment_revenue DESC, segment
