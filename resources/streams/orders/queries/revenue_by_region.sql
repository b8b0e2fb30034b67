-- title: Revenue by region
-- titleFr: Chiffre d’affaires par région
-- group: dashboard
-- order: 2
-- Revenue by region, highest first: label, then revenue.
SELECT
  region,
  sum(total_revenue)::DECIMAL(22, 2) AS total_revenue
FROM gold.order_revenue_windows
GROUP BY region
ORDER BY total_revenue DESC, region
