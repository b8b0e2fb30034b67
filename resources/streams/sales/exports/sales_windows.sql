-- title: Sales by 5 minutes
-- titleFr: Ventes par 5 minutes
-- group: export
-- order: 10
-- version: 1
-- columns: window_start_utc:t, window_end_utc:t, country_code, pays, segment_code, segment
-- columns: categorie, nombre_ventes:i, chiffre_affaires:s, panier_moyen:m, total_quantite:i
-- columns: clients_uniques:i
-- sort: window_start_utc, country_code, segment_code, categorie
-- source: gold.ventes_fenetres_5min
-- known: window_start, window_end, country_code, pays, segment_code, segment, categorie
-- known: nombre_ventes, chiffre_affaires, panier_moyen, total_quantite, clients_uniques
-- known: processed_at
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- Windows that overlap the time asked for.
SELECT
  window_start AS window_start_utc,
  window_end AS window_end_utc,
  country_code,
  pays,
  segment_code,
  segment,
  categorie,
  nombre_ventes,
  chiffre_affaires,
  panier_moyen,
  total_quantite,
  clients_uniques
FROM gold.ventes_fenetres_5min
WHERE window_end > coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
  AND window_start < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
