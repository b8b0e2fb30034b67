-- title: Revenue by country
-- titleFr: Chiffre d’affaires par pays
-- group: quick
-- order: 7
-- Highest first.
SELECT pays, revenue_total, unique_customers, total_transactions
FROM silver.ventes_par_pays
ORDER BY revenue_total DESC, country_code
