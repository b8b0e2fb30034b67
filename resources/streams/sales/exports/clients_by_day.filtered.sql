-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- The same over a part of the sales, from the sales themselves.
SELECT
  client_id,
  client_nom,
  pays,
  segment,
  ventes_clean.jour::DATE AS jour,
  sum(quantite)::BIGINT AS total_quantite,
  sum(ventes_clean.total_depense)::DECIMAL(22, 2) AS total_depense,
  count(*) AS nb_achats,
  round((sum(ventes_clean.total_depense) / count(*))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS panier_moyen,
  min(ventes_clean.total_depense) AS achat_min,
  max(ventes_clean.total_depense) AS achat_max,
  count(DISTINCT produit_id) AS nb_produits_distincts,
  count(*) >= ${loyaltyThreshold} AS est_client_fidele,
  CASE
    WHEN sum(ventes_clean.total_depense) >= ${premiumThreshold} THEN 'Premium'
    WHEN sum(ventes_clean.total_depense) >= ${standardThreshold} THEN 'Standard'
    ELSE 'Economy'
  END AS segment_depense
FROM silver.ventes_clean
WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
GROUP BY ALL
