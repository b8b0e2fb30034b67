-- title: Clients by day
-- titleFr: Clients par jour
-- group: export
-- order: 6
-- version: 1
-- columns: client_id:i, client_nom, pays, segment, jour:d, total_quantite:i, total_depense:s
-- columns: nb_achats:i, panier_moyen:m, achat_min:m, achat_max:m, nb_produits_distincts:i
-- columns: est_client_fidele:b, segment_depense
-- sort: jour, client_id
-- id: client_id
-- source: silver.ventes_par_client
-- known: client_id, client_nom, pays, segment, jour, total_quantite, total_depense, nb_achats
-- known: panier_moyen, achat_min, achat_max, nb_produits_distincts, est_client_fidele
-- known: segment_depense, processing_time
SELECT
  client_id,
  client_nom,
  pays,
  segment,
  jour::DATE AS jour,
  total_quantite,
  total_depense,
  nb_achats,
  panier_moyen,
  achat_min,
  achat_max,
  nb_produits_distincts,
  est_client_fidele,
  segment_depense
FROM silver.ventes_par_client
