-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- The same hours over a part of the sales.
SELECT format('{} {:02}:00:00', jour, heure) AS heure, total_montant, total_quantite
FROM (
  SELECT
    jour,
    heure,
    sum(total_depense)::DECIMAL(22, 2) AS total_montant,
    sum(quantite)::BIGINT AS total_quantite
  FROM silver.ventes_clean
  WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
    AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
    AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
    AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
    AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
  GROUP BY jour, heure
  ORDER BY jour DESC, heure DESC
  LIMIT 100
) AS newest
ORDER BY newest.jour, newest.heure
