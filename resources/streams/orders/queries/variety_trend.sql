-- title: Units, regions and categories over time
-- titleFr: Unités, régions et catégories dans le temps
-- group: dashboard
-- order: 3
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: region text[]
-- parameter: category text[]
-- Units sold and how many different ones had orders, in each of the newest 288 windows of 5 minutes.
SELECT *
FROM (
  SELECT
    window_start,
    sum(total_units_sold)::BIGINT AS total_units,
    count(DISTINCT region) AS regions,
    count(DISTINCT product_category) AS categories
  FROM gold.order_revenue_windows
  WHERE window_end > coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
    AND window_start < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
    AND ($region::VARCHAR[] IS NULL OR list_contains($region::VARCHAR[], region))
    AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], product_category))
  GROUP BY window_start
  ORDER BY window_start DESC
  LIMIT 288
) AS newest
ORDER BY newest.window_start
