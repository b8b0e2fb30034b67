-- title: Loyalty report
-- titleFr: Rapport de fidélité
-- group: quick
-- order: 8
-- A client is loyal with two sales or more, on whatever days.
SELECT
  nb_achats >= ${loyaltyThreshold} AS est_client_fidele,
  count(*) AS customer_count,
  sum(total)::DECIMAL(22, 2) AS total_revenue,
  round((sum(total) / nullif(sum(nb_achats), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS avg_transaction
FROM (
  SELECT client_id, sum(total_depense) AS total, sum(nb_achats) AS nb_achats
  FROM silver.ventes_par_client
  GROUP BY client_id
)
GROUP BY est_client_fidele
ORDER BY est_client_fidele DESC
