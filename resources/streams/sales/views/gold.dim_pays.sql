-- One row per country with a sale.
SELECT
  country_code,
  min(pays) AS pays,
  CASE country_code
    WHEN 'FR' THEN 'France'
    WHEN 'DE' THEN 'Germany'
    WHEN 'IT' THEN 'Italy'
    WHEN 'ES' THEN 'Spain'
    WHEN 'GB' THEN 'UK'
    -- One that a person added: its label stands for both languages.
    ELSE min(pays)
  END AS country_en
FROM silver.ventes_clean
GROUP BY country_code
