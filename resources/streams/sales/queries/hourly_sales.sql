-- title: Hourly sales
-- titleFr: Ventes par heure
-- group: dashboard
-- order: 6
-- Revenue and quantity of the newest 100 hours with sales, oldest first; hours are UTC.
SELECT strftime(heure, '%Y-%m-%d %H:00:00') AS heure, total_montant, total_quantite
FROM (
  SELECT heure, total_montant, total_quantite
  FROM silver.hourly_sales
  ORDER BY heure DESC
  LIMIT 100
) AS newest
ORDER BY newest.heure
