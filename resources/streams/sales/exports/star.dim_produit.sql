-- title: Star schema
-- titleFr: Schéma en étoile
-- group: export
-- order: 11.2
-- version: 1
-- columns: produit_id:i, produit_nom, categorie_code, categorie, prix_unitaire:m
-- sort: produit_id
-- id: produit_id
SELECT *
FROM gold.dim_produit
