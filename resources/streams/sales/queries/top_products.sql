-- title: Top 10 products
-- titleFr: 10 premiers produits
-- group: dashboard
-- order: 4
-- The ten products with the most revenue, highest first.
SELECT produit_nom, sum(revenue_total)::DECIMAL(22, 2) AS total_montant
FROM silver.top_produits
GROUP BY produit_id, produit_nom
ORDER BY total_montant DESC, produit_nom, produit_id
LIMIT 10
