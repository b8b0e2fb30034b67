-- title: G2 Last hour by category
-- titleFr: G2 Dernière heure par catégorie
-- group: quick
-- order: 6
-- parameter: region text[]
-- parameter: category text[]
-- Windows of the last hour up to the newest one, by category; unique_customers is an upper bound.
WITH newest AS (
  SELECT max(window_end) AS until FROM gold.order_revenue_windows
)
SELECT
  product_category,
  sum(order_count)::BIGINT AS total_orders,
  sum(total_units_sold)::BIGINT AS total_units,
  sum(total_revenue)::DECIMAL(22, 2) AS total_revenue,
  round((sum(total_revenue) / nullif(sum(order_count), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS avg_order_value,
  sum(unique_customers)::BIGINT AS unique_customers
FROM gold.order_revenue_windows, newest
WHERE window_end > until - INTERVAL 1 HOUR
  AND ($region::VARCHAR[] IS NULL OR list_contains($region::VARCHAR[], region))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], product_category))
GROUP BY product_category
ORDER BY total_revenue DESC, product_category
