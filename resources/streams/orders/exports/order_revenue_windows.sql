-- title: Revenue by 5 minutes
-- titleFr: Chiffre d’affaires par 5 minutes
-- group: export
-- order: 2
-- version: 1
-- columns: window_start_utc:t, window_end_utc:t, region, product_category, order_count:i
-- columns: total_revenue:s, avg_order_value:m, total_units_sold:i, unique_customers:i
-- sort: window_start_utc, region, product_category
-- source: gold.order_revenue_windows
-- known: window_start, window_end, region, product_category, order_count, total_revenue
-- known: avg_order_value, total_units_sold, unique_customers
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- A country is a region here, a segment a product category.
SELECT
  window_start AS window_start_utc,
  window_end AS window_end_utc,
  region,
  product_category,
  order_count,
  total_revenue,
  avg_order_value,
  total_units_sold,
  unique_customers
FROM gold.order_revenue_windows
WHERE window_end > coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND window_start < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], region))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], product_category))
