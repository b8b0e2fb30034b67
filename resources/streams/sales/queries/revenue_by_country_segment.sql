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
