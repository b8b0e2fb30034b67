-- title: Segment analysis
-- titleFr: Analyse par segment
-- group: quick
-- order: 4
-- The whole table, highest revenue first.
SELECT *
FROM silver.ventes_par_segment
ORDER BY revenue_total DESC, segment_code
