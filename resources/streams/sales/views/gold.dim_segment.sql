-- One row per customer segment with a sale.
SELECT
  segment_code,
  min(segment) AS segment,
  CASE segment_code
    WHEN 'INDIVIDUAL' THEN 'Individual'
    WHEN 'ENTERPRISE' THEN 'Enterprise'
    WHEN 'EDUCATION' THEN 'Education'
    -- One that a person added: its label stands for both languages.
    ELSE min(segment)
  END AS segment_en
FROM silver.ventes_clean
GROUP BY segment_code
