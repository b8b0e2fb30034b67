-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- The same over a part of the sales, from the sales themselves.
SELECT country_code, pays, segment_code, segment, count(*) AS nombre_ventes, sum(total_depense)::DECIMAL(22, 2) AS ca_total
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
GROUP BY ALL
