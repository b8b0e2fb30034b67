-- title: View Bronze table
-- titleFr: Voir la table Bronze
-- group: quick
-- order: 1
-- All records of Bronze; its first ten are the second part.
SELECT count(*) AS records FROM bronze.ventes_stream
