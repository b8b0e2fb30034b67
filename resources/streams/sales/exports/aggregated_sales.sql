-- title: Sales by product and country
-- titleFr: Ventes par produit et pays
-- group: export
-- order: 7
-- version: 1
-- columns: produit_nom, pays, total_montant:s, total_quantite:i
-- sort: total_montant desc, produit_nom, pays
-- source: silver.ventes_aggreges
-- known: produit_nom, produit_id, pays, country_code, total_montant, total_quantite, processed_at
SELECT produit_nom, pays, total_montant, total_quantite
FROM silver.ventes_aggreges
