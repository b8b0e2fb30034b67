-- title: G1 Last 30 minutes by region
-- titleFr: G1 30 dernières minutes par région
-- group: quick
-- order: 5
-- parameter: region text[]
-- parameter: category text[]
-- Windows of the last 30 minutes up to the newest one, by region; unique_customers is an upper bound.
WITH newest AS (
  SELECT max(window_end) AS until FROM gold.order_revenue_windows
)
SELECT
  window_start,
  window_end,
  region,
  sum(order_count)::BIGINT AS order_count,
  sum(total_revenue)::DECIMAL(22, 2) AS total_revenue,
  round((sum(total_revenue) / nullif(sum(order_count), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS avg_order_value,
  sum(unique_customers)::BIGINT AS unique_customers,
  round(
    100.0 * sum(total_revenue)
      / nullif(sum(sum(total_revenue)) OVER (PARTITION BY window_start), 0),
    1
  ) AS region_revenue_pct
FROM gold.order_revenue_windows, newest
WHERE window_end > until - INTERVAL 30 MINUTE
  AND ($region::VARCHAR[] IS NULL OR list_contains($region::VARCHAR[], region))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], product_category))
GROUP BY window_start, window_end, region
ORDER BY window_start DESC, total_revenue DESC, region
