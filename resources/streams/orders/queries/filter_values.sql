-- title: Values of the filters
-- titleFr: Valeurs des filtres
-- group: dashboard
-- order: 90
-- What the filters region and category can be, with their labels.
SELECT DISTINCT 'region' AS parameter, region AS value, region AS label
FROM gold.order_revenue_windows
UNION ALL
SELECT DISTINCT 'category', product_category, product_category
FROM gold.order_revenue_windows
ORDER BY parameter, value
