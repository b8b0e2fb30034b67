-- Revenue by country, highest first: label, then revenue.
SELECT
  pays,
  sum(ca_total)::DECIMAL(22, 2) AS ca_total
FROM silver.ca_par_pays_segment
GROUP BY pays
ORDER BY ca_total DESC, pays
