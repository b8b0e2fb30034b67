-- title: First 10 records of Bronze
-- titleFr: 10 premiers enregistrements de Bronze
-- group: quick
-- order: 1.1
-- In the order in which the broker took them.
SELECT *
FROM bronze.ventes_stream
ORDER BY kafka_timestamp, kafka_partition, kafka_offset
LIMIT 10
