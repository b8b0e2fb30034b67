-- title: Hourly sales
-- titleFr: Ventes par heure
-- group: export
-- order: 9
-- version: 1
-- columns: heure_utc:t, total_montant:s, total_quantite:i
-- sort: heure_utc
-- id: heure_utc
-- source: silver.hourly_sales
-- known: heure, ventes_count, total_montant, total_quantite, processed_at
SELECT heure AS heure_utc, total_montant, total_quantite
FROM silver.hourly_sales
