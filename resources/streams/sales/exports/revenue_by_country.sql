-- title: Revenue by country
-- titleFr: Chiffre d’affaires par pays
-- group: export
-- order: 4
-- version: 1
-- columns: country_code, pays, total_transactions:i, revenue_total:s, transaction_moyenne:m
-- columns: items_sold:i, unique_customers:i
-- sort: revenue_total desc, country_code
-- id: country_code
-- source: silver.ventes_par_pays
-- known: pays, country_code, total_transactions, revenue_total, transaction_moyenne, items_sold
-- known: unique_customers, processing_time
SELECT country_code, pays, total_transactions, revenue_total, transaction_moyenne, items_sold, unique_customers
FROM silver.ventes_par_pays
