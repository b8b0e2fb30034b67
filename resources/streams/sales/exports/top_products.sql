-- title: Top 10 products
-- titleFr: 10 premiers produits
-- group: export
-- order: 8
-- version: 1
-- columns: produit_nom, total_montant:s
-- sort: total_montant desc, produit_nom
-- limit: 10
-- source: silver.top_produits
-- known: produit_nom, produit_id, categorie, ventes_count, revenue_total, quantite_moyenne
-- known: total_quantite, processed_at
SELECT produit_nom, sum(revenue_total)::DECIMAL(22, 2) AS total_montant
FROM silver.top_produits
GROUP BY produit_id, produit_nom
