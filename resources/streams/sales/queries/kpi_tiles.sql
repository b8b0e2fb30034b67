-- title: Key figures
-- titleFr: Chiffres clés
-- group: dashboard
-- order: 1
-- The tiles of the dashboard, from the aggregates.
WITH sales AS (
  SELECT
    sum(revenue_total)::DECIMAL(22, 2) AS total_revenue,
    coalesce(sum(total_transactions), 0)::BIGINT AS total_sales,
    count(*) AS countries
  FROM silver.ventes_par_pays
)
SELECT
  total_revenue,
  total_sales,
  round((total_revenue / nullif(total_sales, 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS average_transaction,
  (SELECT count(DISTINCT client_id) FROM silver.ventes_par_client) AS unique_customers,
  countries,
  (SELECT count(DISTINCT produit_id) FROM silver.ventes_aggreges) AS unique_products
FROM sales
