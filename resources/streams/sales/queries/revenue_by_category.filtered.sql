-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- The same over a part of the sales.
SELECT categorie, sum(total_depense)::DECIMAL(22, 2) AS total_revenue
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
GROUP BY categorie
ORDER BY total_revenue DESC, categorie
