-- title: Revenue by region and category
-- titleFr: Chiffre d’affaires par région et catégorie
-- group: dashboard
-- order: 1
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: region text[]
-- parameter: category text[]
-- Revenue by region × category, every pair, the largest first.
SELECT
  region,
  product_category,
  sum(order_count)::BIGINT AS order_count,
  sum(total_revenue)::DECIMAL(22, 2) AS total_revenue
FROM gold.order_revenue_windows
WHERE window_end > coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND window_start < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($region::VARCHAR[] IS NULL OR list_contains($region::VARCHAR[], region))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], product_category))
GROUP BY region, product_category
ORDER BY total_revenue DESC, region, product_category
