-- title: B3 Null and parse-failure rate
-- titleFr: B3 Taux de valeurs manquantes
-- group: quick
-- order: 3
-- Missing values and negative prices in Bronze; what could not be parsed is in quality.rejected_records.
SELECT
  count(*) AS total_rows,
  count(*) FILTER (order_id IS NULL) AS null_order_ids,
  count(*) FILTER (customer_id IS NULL) AS null_customer_ids,
  count(*) FILTER (event_type IS NULL) AS null_event_types,
  count(*) FILTER (event_timestamp IS NULL) AS null_timestamps,
  round(100.0 * count(*) FILTER (total_price < 0) / nullif(count(*), 0), 1) AS pct_negative_price
FROM bronze.order_events
