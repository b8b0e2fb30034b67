-- One row per product that was sold: what the newest sale says of it.
SELECT
  produit_id,
  arg_max(produit_nom, (timestamp, event_id)) AS produit_nom,
  arg_max(categorie_code, (timestamp, event_id)) AS categorie_code,
  arg_max(categorie, (timestamp, event_id)) AS categorie,
  arg_max(prix_unitaire, (timestamp, event_id)) AS prix_unitaire
FROM silver.ventes_clean
GROUP BY produit_id
