-- title: Country revenue
-- titleFr: Chiffre d’affaires des pays
-- group: quick
-- order: 3
-- The whole table, highest revenue first.
SELECT *
FROM silver.ventes_par_pays
ORDER BY revenue_total DESC, country_code
