-- title: Latest 10 records
-- titleFr: 10 derniers enregistrements
-- group: quick
-- order: 9
-- Bronze by event time, newest first.
SELECT *
FROM bronze.ventes_stream
ORDER BY timestamp DESC, kafka_partition, kafka_offset DESC
LIMIT 10
