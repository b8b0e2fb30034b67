-- title: Client aggregations
-- titleFr: Agrégats par client
-- group: quick
-- order: 2
-- A row is a client on a day; the first ten.
SELECT *
FROM silver.ventes_par_client
ORDER BY jour DESC, total_depense DESC, client_id, client_nom, pays, segment
LIMIT 10
