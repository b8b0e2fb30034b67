-- title: Sales by product and country
-- titleFr: Ventes par produit et pays
-- group: api
-- order: 1
-- The 100 pairs with the most revenue, highest first.
SELECT produit_nom, pays, total_montant, total_quantite
FROM silver.ventes_aggreges
ORDER BY total_montant DESC, produit_nom, pays, produit_id, country_code
LIMIT 100
