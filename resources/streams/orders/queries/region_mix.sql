-- title: B2 Region mix of placed orders
-- titleFr: B2 Commandes par région
-- group: quick
-- order: 2
-- Placed orders by region, most first; pct_of_total is the share of events.
SELECT
  region,
  count(*) AS event_count,
  round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS pct_of_total,
  round((sum(total_price::DECIMAL(12, 2)) / nullif(count(total_price), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS avg_order_value,
  sum(total_price::DECIMAL(12, 2))::DECIMAL(22, 2) AS total_revenue
FROM bronze.order_events
WHERE event_type = 'ORDER_PLACED'
GROUP BY region
ORDER BY event_count DESC, region
