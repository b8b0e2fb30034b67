-- title: B4 Partition balance
-- titleFr: B4 Équilibre des partitions
-- group: quick
-- order: 4
-- Rows and offsets of each Kafka partition.
SELECT
  kafka_partition,
  count(*) AS row_count,
  min(kafka_offset) AS min_offset,
  max(kafka_offset) AS max_offset
FROM bronze.order_events
GROUP BY kafka_partition
ORDER BY kafka_partition
