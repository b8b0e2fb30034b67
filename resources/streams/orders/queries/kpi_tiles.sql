-- title: Key figures
-- titleFr: Chiffres clés
-- group: dashboard
-- order: 0
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: region text[]
-- parameter: category text[]
-- The tiles of the dashboard, from the windows of placed orders.
SELECT
  sum(total_revenue)::DECIMAL(22, 2) AS total_revenue,
  coalesce(sum(order_count), 0)::BIGINT AS total_orders,
  round((sum(total_revenue) / nullif(sum(order_count), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS average_order,
  coalesce(sum(total_units_sold), 0)::BIGINT AS total_units,
  count(DISTINCT region) AS regions,
  count(DISTINCT product_category) AS categories
FROM gold.order_revenue_windows
WHERE window_end > coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND window_start < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($region::VARCHAR[] IS NULL OR list_contains($region::VARCHAR[], region))
  AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], product_category))
