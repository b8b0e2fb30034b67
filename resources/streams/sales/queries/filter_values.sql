-- title: Values of the filters
-- titleFr: Valeurs des filtres
-- group: dashboard
-- order: 90
-- What the filters country, segment and category can be, with their labels.
SELECT DISTINCT 'country' AS parameter, country_code AS value, pays AS label
FROM silver.ca_par_pays_segment
UNION ALL
SELECT DISTINCT 'segment', segment_code, segment
FROM silver.ca_par_pays_segment
UNION ALL
SELECT DISTINCT 'category', categorie, categorie
FROM silver.top_produits
ORDER BY parameter, value
