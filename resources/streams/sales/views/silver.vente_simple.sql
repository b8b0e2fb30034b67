-- A sale in eight plain columns, for a first look.
SELECT
  vente_id AS id_vente,
  produit_nom AS produit,
  quantite,
  prix_unitaire::DOUBLE AS prix_unitaire,
  pays,
  segment,
  strftime(timestamp, '%Y-%m-%dT%H:%M:%S.%fZ') AS "timestamp",
  total_depense AS total_spend
FROM silver.ventes_clean
