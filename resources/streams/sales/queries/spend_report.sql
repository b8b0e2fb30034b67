-- title: Spend segments
-- titleFr: Segments de dépense
-- group: quick
-- order: 8.1
-- Clients by what they spent over all days.
SELECT
  CASE WHEN total_depense >= ${premiumThreshold} THEN 'Premium' WHEN total_depense >= ${standardThreshold} THEN 'Standard' ELSE 'Economy' END AS segment_depense,
  count(*) AS customer_count,
  sum(total_depense)::DECIMAL(22, 2) AS total_revenue
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
GROUP BY segment_depense
ORDER BY total_revenue DESC
