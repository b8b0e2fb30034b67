-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- The same over a part of the sales, from the sales themselves.
SELECT produit_nom, sum(total_depense)::DECIMAL(22, 2) AS total_montant
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
GROUP BY produit_id, produit_nom
