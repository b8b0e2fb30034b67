-- title: Customer segmentation
-- titleFr: Segmentation des clients
-- group: dashboard
-- order: 9
-- Customers and revenue by segment, highest revenue first; customers are counted exactly.
SELECT
  segment,
  count(DISTINCT client_id) AS customer_count,
  sum(total_depense)::DECIMAL(22, 2) AS segment_revenue,
  round((sum(total_depense) / nullif(sum(nb_achats), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS avg_transaction_value
FROM silver.ventes_par_client
GROUP BY segment
ORDER BY segment_revenue DESC, segment
