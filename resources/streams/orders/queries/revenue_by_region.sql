-- title: Revenue by region
-- titleFr: Chiffre d’affaires par région
-- group: dashboard
-- order: 2
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: region text[]
-- parameter: category text[]
-- Revenue by region, highest first: label, then revenue.
SELECT
  region,
  sum(total_revenue)::DECIMAL(22, 2) AS total_revenue
FROM gold.order_revenue_windows
WHERE window_end > coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND window_start < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($region::VARCHAR[] IS NULL OR list_contains($region::VARCHAR[], region))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], product_category))
GROUP BY region
ORDER BY total_revenue DESC, region
