-- title: Star schema
-- titleFr: Schéma en étoile
-- group: export
-- order: 11.5
-- version: 1
-- columns: jour:d, annee:i, mois:i, jour_du_mois:i, jour_semaine:i
-- sort: jour
-- id: jour
SELECT *
FROM gold.dim_date
