-- Every day from the first sale to the last, days without a sale too: time intelligence needs them.
SELECT
  day::DATE AS jour,
  year(day)::INTEGER AS annee,
  month(day)::INTEGER AS mois,
  day(day)::INTEGER AS jour_du_mois,
  isodow(day)::INTEGER AS jour_semaine
FROM (
  SELECT unnest(generate_series(min(jour)::TIMESTAMP, max(jour)::TIMESTAMP, INTERVAL 1 DAY)) AS day
  FROM silver.ventes_clean
)
