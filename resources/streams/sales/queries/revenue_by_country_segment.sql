-- title: Revenue by country and segment
-- titleFr: Chiffre d’affaires par pays et segment
-- group: dashboard
-- order: 2
-- Revenue by country × segment, the 15 largest pairs first.
SELECT
  country_code,
  pays,
  segment_code,
  segment,
  nombre_ventes,
  ca_total
FROM silver.ca_par_pays_segment
ORDER BY ca_total DESC, country_code, segment_code
LIMIT 15
