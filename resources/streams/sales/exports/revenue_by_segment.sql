-- title: Revenue by segment
-- titleFr: Chiffre d’affaires par segment
-- group: export
-- order: 5
-- version: 1
-- columns: segment_code, segment, total_transactions:i, revenue_total:s, transaction_moyenne:m
-- columns: unique_customers:i, countries_count:i
-- sort: revenue_total desc, segment_code
-- id: segment_code
-- source: silver.ventes_par_segment
-- known: segment, segment_code, total_transactions, revenue_total, transaction_moyenne
-- known: unique_customers, countries_count, processing_time
SELECT segment_code, segment, total_transactions, revenue_total, transaction_moyenne, unique_customers, countries_count
FROM silver.ventes_par_segment
