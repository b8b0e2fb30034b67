-- title: Customers, countries and products over time
-- titleFr: Clients, pays et produits dans le temps
-- group: dashboard
-- order: 11
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- How many different ones bought in each of the newest 288 windows of 5 minutes with sales (a day of
-- them), oldest first: aggregates keep no more than a day's or a category's share of them.
SELECT *
FROM (
  SELECT
    time_bucket(INTERVAL 5 MINUTE, timestamp) AS window_start,
    count(DISTINCT client_id) AS unique_customers,
    count(DISTINCT country_code) AS countries,
    count(DISTINCT produit_id) AS unique_products
  FROM silver.ventes_clean
  WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
    AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
    AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
    AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
    AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
  GROUP BY 1
  ORDER BY 1 DESC
  LIMIT 288
) AS newest
ORDER BY newest.window_start
