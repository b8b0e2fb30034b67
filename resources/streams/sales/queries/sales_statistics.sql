-- title: Overall statistics
-- titleFr: Statistiques globales
-- group: quick
-- order: 10
-- From the aggregates; customers are counted exactly.
SELECT
  sum(total_transactions)::BIGINT AS total_transactions,
  sum(revenue_total)::DECIMAL(22, 2) AS total_revenue,
  round((sum(revenue_total) / nullif(sum(total_transactions), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS average_transaction,
  sum(items_sold)::BIGINT AS total_items,
  (SELECT count(DISTINCT client_id) FROM silver.ventes_par_client) AS unique_customers,
  count(*) AS countries
FROM silver.ventes_par_pays
