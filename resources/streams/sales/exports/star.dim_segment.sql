-- title: Star schema
-- titleFr: Schéma en étoile
-- group: export
-- order: 11.4
-- version: 1
-- columns: segment_code, segment, segment_en
-- sort: segment_code
-- id: segment_code
SELECT *
FROM gold.dim_segment
