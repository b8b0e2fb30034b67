-- title: B1 Event type mix per date
-- titleFr: B1 Types d’événements par date
-- group: quick
-- order: 1
-- Event types of each date, newest date first; a generator gives 60, 20 and 20 %.
SELECT
  event_date,
  event_type,
  count(*) AS event_count,
  round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY event_date), 1) AS pct_of_day
FROM bronze.order_events
GROUP BY event_date, event_type
ORDER BY event_date DESC, event_count DESC, event_type
