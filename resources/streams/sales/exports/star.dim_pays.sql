-- title: Star schema
-- titleFr: Schéma en étoile
-- group: export
-- order: 11.3
-- version: 1
-- columns: country_code, pays, country_en
-- sort: country_code
-- id: country_code
SELECT *
FROM gold.dim_pays
