-- title: Count records in each table
-- titleFr: Compter les enregistrements de chaque table
-- group: quick
-- order: 5
-- Counted from the tables' own statistics, which are exact.
SELECT "table", coalesce(records::VARCHAR, 'not available yet') AS records
FROM ops.tables
ORDER BY position
