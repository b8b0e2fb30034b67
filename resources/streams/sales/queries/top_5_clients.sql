-- title: Top 5 clients by revenue
-- titleFr: 5 premiers clients par chiffre d’affaires
-- group: quick
-- order: 6
-- Over all days; the spend segment is that of the sum.
SELECT
  client_nom,
  pays,
  CASE WHEN total_depense >= ${premiumThreshold} THEN 'Premium' WHEN total_depense >= ${standardThreshold} THEN 'Standard' ELSE 'Economy' END AS segment_depense,
  total_depense,
  nb_achats
FROM (
  SELECT
    client_id,
    arg_max(client_nom, (jour, client_nom)) AS client_nom,
    arg_max(pays, (jour, pays)) AS pays,
    sum(total_depense)::DECIMAL(22, 2) AS total_depense,
    sum(nb_achats)::BIGINT AS nb_achats
  FROM silver.ventes_par_client
  GROUP BY client_id
)
ORDER BY total_depense DESC, client_id
LIMIT 5
