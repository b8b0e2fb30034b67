-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- parameter: category text[]
-- The same ten over a part of the sales.
SELECT client_nom, pays, segment, total_dep
FROM (
  SELECT
    client_id,
    arg_max(client_nom, (jour, client_nom)) AS client_nom,
    arg_max(pays, (jour, pays)) AS pays,
    arg_max(segment, (jour, segment)) AS segment,
    sum(total_depense)::DECIMAL(22, 2) AS total_dep
  FROM (
    SELECT client_id, client_nom, pays, segment, jour, sum(total_depense) AS total_depense
    FROM silver.ventes_clean
    WHERE timestamp >= coalesce($since::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ)
      AND timestamp < coalesce($until::TIMESTAMPTZ, 'infinity'::TIMESTAMPTZ)
      AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], country_code))
      AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], segment_code))
      AND ($category::VARCHAR[] IS NULL OR list_contains($category::VARCHAR[], categorie))
    GROUP BY ALL
  )
  GROUP BY client_id
)
ORDER BY total_dep DESC, client_id
LIMIT 10
