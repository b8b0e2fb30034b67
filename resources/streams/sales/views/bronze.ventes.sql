-- Another name of Bronze.
SELECT * FROM bronze.ventes_stream
