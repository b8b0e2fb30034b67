-- One row per client that bought: what the newest sale says of it.
SELECT
  client_id,
  arg_max(client_nom, (timestamp, event_id)) AS client_nom,
  arg_max(country_code, (timestamp, event_id)) AS country_code,
  arg_max(segment_code, (timestamp, event_id)) AS segment_code
FROM silver.ventes_clean
GROUP BY client_id
