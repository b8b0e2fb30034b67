-- Another name of Silver.
SELECT * FROM silver.ventes_clean
