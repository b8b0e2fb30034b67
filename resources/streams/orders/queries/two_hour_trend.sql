-- title: G3 Two-hour trend
-- titleFr: G3 Évolution sur deux heures
-- group: quick
-- order: 7
-- parameter: region text[]
-- parameter: category text[]
-- Windows of the last two hours up to the newest one; the mean is of the windows of 15 minutes.
WITH newest AS (
  SELECT max(window_end) AS until FROM gold.order_revenue_windows
),
windows AS (
  SELECT
    window_start,
    sum(order_count)::BIGINT AS total_orders,
    sum(total_revenue)::DECIMAL(22, 2) AS total_revenue,
    sum(unique_customers)::BIGINT AS unique_customers,
    any_value(until) AS until
  FROM gold.order_revenue_windows, newest
  WHERE window_end > until - INTERVAL 130 MINUTE
    AND ($region::VARCHAR[] IS NULL OR list_contains($region::VARCHAR[], region))
    AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], product_category))
  GROUP BY window_start
),
trend AS (
  SELECT
    *,
    round(
      (sum(total_revenue) OVER recent / count(*) OVER recent)::DECIMAL(28, 10),
      2
    )::DECIMAL(22, 2) AS revenue_15min_ma
  FROM windows
  WINDOW recent AS (ORDER BY window_start RANGE BETWEEN INTERVAL 10 MINUTE PRECEDING AND CURRENT ROW)
)
SELECT window_start, total_orders, total_revenue, unique_customers, revenue_15min_ma
FROM trend
WHERE window_start >= until - INTERVAL 2 HOUR
ORDER BY window_start
