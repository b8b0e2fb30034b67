-- title: Overall figures
-- titleFr: Chiffres globaux
-- group: api
-- order: 2
-- Products and customers are counted exactly.
SELECT
  sum(total_depense)::DECIMAL(22, 2) AS total_revenue,
  coalesce(sum(nb_achats), 0)::BIGINT AS total_sales,
  (SELECT count(DISTINCT produit_id) FROM silver.ventes_aggreges) AS unique_products,
  count(DISTINCT client_id) AS unique_customers
FROM silver.ventes_par_client
