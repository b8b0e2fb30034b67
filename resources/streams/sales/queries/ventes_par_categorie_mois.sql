-- title: Sales by category, country and month
-- titleFr: Ventes par catégorie, pays et mois
-- group: analysis
-- order: 1
-- Months of different years are different months; customers are counted exactly.
SELECT
  categorie,
  pays,
  strftime(make_date(annee, mois, 1), '%Y-%m') AS mois,
  count(*) AS nombre_ventes,
  sum(total_depense)::DECIMAL(22, 2) AS chiffre_affaires,
  round((sum(total_depense) / nullif(count(*), 0))::DECIMAL(28, 10), 2)::DECIMAL(12, 2) AS panier_moyen,
  count(DISTINCT client_id) AS clients_uniques
FROM silver.ventes_clean
GROUP BY categorie, pays, annee, ventes_clean.mois
ORDER BY mois DESC, chiffre_affaires DESC, categorie, pays
