-- title: Top 10 clients
-- titleFr: 10 premiers clients
-- group: dashboard
-- order: 5
-- The ten clients with the most revenue; names are those of their newest day.
SELECT client_nom, pays, segment, total_dep
FROM (
  SELECT
    client_id,
    arg_max(client_nom, (jour, client_nom)) AS client_nom,
    arg_max(pays, (jour, pays)) AS pays,
    arg_max(segment, (jour, segment)) AS segment,
    sum(total_depense)::DECIMAL(22, 2) AS total_dep
  FROM silver.ventes_par_client
  GROUP BY client_id
)
ORDER BY total_dep DESC, client_id
LIMIT 10
