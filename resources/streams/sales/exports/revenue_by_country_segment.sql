-- title: Revenue by country and segment
-- titleFr: Chiffre d’affaires par pays et segment
-- group: export
-- order: 3
-- version: 1
-- columns: country_code, pays, segment_code, segment, nombre_ventes:i, ca_total:s
-- sort: ca_total desc, country_code, segment_code
-- source: silver.ca_par_pays_segment
-- known: pays, country_code, segment, segment_code, ca_total, nombre_ventes, processed_at
SELECT country_code, pays, segment_code, segment, nombre_ventes, ca_total
FROM silver.ca_par_pays_segment
