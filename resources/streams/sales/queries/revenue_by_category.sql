-- title: Revenue by category
-- titleFr: Chiffre d’affaires par catégorie
-- group: dashboard
-- order: 7
-- Revenue by product category, highest first.
SELECT categorie, sum(revenue_total)::DECIMAL(22, 2) AS total_revenue
FROM silver.top_produits
GROUP BY categorie
ORDER BY total_revenue DESC, categorie
