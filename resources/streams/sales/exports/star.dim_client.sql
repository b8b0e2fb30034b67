-- title: Star schema
-- titleFr: Schéma en étoile
-- group: export
-- order: 11.1
-- version: 1
-- columns: client_id:i, client_nom, country_code, segment_code
-- sort: client_id
-- id: client_id
SELECT *
FROM gold.dim_client
