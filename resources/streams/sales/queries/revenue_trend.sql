-- title: Revenue trend
-- titleFr: Évolution du chiffre d’affaires
-- group: dashboard
-- order: 3
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- Windows of 5 minutes; the mean is of the windows of the 15 minutes that end with it.
WITH windows AS (
  SELECT
    window_start,
    window_end,
    sum(nombre_ventes)::BIGINT AS nombre_ventes,
    sum(chiffre_affaires)::DECIMAL(22, 2) AS chiffre_affaires
  FROM gold.ventes_fenetres_5min
  WHERE window_end > coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
    AND window_start < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
    AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
    AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
    AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
  GROUP BY window_start, window_end
)
SELECT
  *,
  round(
    (
      sum(chiffre_affaires) OVER recent / count(*) OVER recent
    )::DECIMAL(28, 10),
    2
  )::DECIMAL(22, 2) AS moyenne_15min
FROM windows
WINDOW recent AS (ORDER BY window_start RANGE BETWEEN INTERVAL 10 MINUTE PRECEDING AND CURRENT ROW)
ORDER BY window_start
