-- title: Raw orders
-- titleFr: Commandes brutes
-- group: export
-- order: 1
-- version: 1
-- columns: order_id, customer_id, product_id, product_name, product_category, quantity:i
-- columns: unit_price:md, total_price:md, event_type, region, event_time_utc:t
-- columns: kafka_ingest_time_utc:t, kafka_partition:i, kafka_offset:i, event_date:d
-- sort: kafka_partition, kafka_offset
-- id: order_id
-- source: bronze.order_events
-- known: order_id, customer_id, product_id, product_name, product_category, quantity, unit_price
-- known: total_price, event_type, region, event_timestamp, kafka_ingest_ts, kafka_partition
-- known: kafka_offset, event_date, event_id, schema_version, kafka_topic, ingest_ts, raw_value
-- parameter: since timestamp
-- parameter: until timestamp
-- parameter: country text[]
-- parameter: segment text[]
-- A country is a region here, a segment a product category.
SELECT
  order_id,
  customer_id,
  product_id,
  product_name,
  product_category,
  quantity,
  unit_price,
  total_price,
  event_type,
  region,
  event_timestamp AS event_time_utc,
  kafka_ingest_ts AS kafka_ingest_time_utc,
  kafka_partition,
  kafka_offset,
  event_date
FROM bronze.order_events
WHERE ($since::TIMESTAMPTZ IS NULL OR event_timestamp >= $since::TIMESTAMPTZ)
  AND ($until::TIMESTAMPTZ IS NULL OR event_timestamp < $until::TIMESTAMPTZ)
  AND ($country::VARCHAR[] IS NULL OR list_contains($country::VARCHAR[], region))
  AND ($segment::VARCHAR[] IS NULL OR list_contains($segment::VARCHAR[], product_category))
