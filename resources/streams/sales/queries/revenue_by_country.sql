-- title: Revenue by country
-- titleFr: Chiffre d’affaires par pays
-- group: dashboard
-- order: 8
-- Revenue by country, highest first: label, then revenue.
SELECT
  pays,
  sum(ca_total)::DECIMAL(22, 2) AS total_revenue
FROM silver.ca_par_pays_segment
GROUP BY pays
ORDER BY total_revenue DESC, pays
