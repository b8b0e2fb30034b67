-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- The same ten over a part of the sales.
SELECT produit_nom, sum(total_depense)::DECIMAL(22, 2) AS total_montant
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
GROUP BY produit_id, produit_nom
ORDER BY total_montant DESC, produit_nom, produit_id
LIMIT 10
