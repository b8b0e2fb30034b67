package deltadesk.foreign;

import static deltadesk.foreign.ForeignTable.read;
import static deltadesk.foreign.ForeignTable.readAtEveryVersion;

import java.util.List;
import java.util.stream.Stream;

/** Tables whose log takes every form, and that go through every operation. */
final class LogTables {
    private static final String INTERVAL = "'delta.checkpointInterval' = '2'";

    private LogTables() {}

    static List<ForeignTable> all() {
        return List.of(
                checkpointed("one_part", INTERVAL),
                checkpointed("many_parts", INTERVAL,
                        "SET spark.databricks.delta.checkpoint.partSize=2"),
                checkpointed("v2_json", INTERVAL + ", 'delta.checkpointPolicy' = 'v2'",
                        "SET spark.databricks.delta.checkpointV2.topLevelFileFormat=json"),
                checkpointed("v2_parquet", INTERVAL + ", 'delta.checkpointPolicy' = 'v2'",
                        "SET spark.databricks.delta.checkpointV2.topLevelFileFormat=parquet"),
                checkpointed("struct_statistics", INTERVAL
                        + ", 'delta.checkpoint.writeStatsAsJson' = 'false'"
                        + ", 'delta.checkpoint.writeStatsAsStruct' = 'true'"),
                readAtEveryVersion("operations",
                        "CREATE TABLE {t} (id INT, day STRING, amount DECIMAL(12,2)) USING delta "
                                + "PARTITIONED BY (day)",
                        "INSERT INTO {t} SELECT CAST(id AS INT), concat('d', id % 3), id FROM "
                                + "range(30)",
                        "UPDATE {t} SET amount = amount + 0.5 WHERE id % 2 = 0",
                        "DELETE FROM {t} WHERE id < 4",
                        "MERGE INTO {t} t USING (SELECT CAST(id AS INT) AS id FROM range(25, 35)) "
                                + "s "
                                + "ON t.id = s.id WHEN MATCHED THEN UPDATE SET amount = -1 "
                                + "WHEN NOT MATCHED THEN INSERT (id, day, amount) VALUES (s.id, "
                                + "'new', 0)",
                        "INSERT OVERWRITE {t} PARTITION (day = 'd1') VALUES (100, 1.23)",
                        "OPTIMIZE {t} ZORDER BY (id)",
                        "RESTORE TABLE {t} TO VERSION AS OF 3",
                        "DELETE FROM {t} WHERE day = 'd2'",
                        "VACUUM {t} RETAIN 0 HOURS"),
                read("without_statistics",
                        "SET spark.databricks.delta.stats.collect=false",
                        "CREATE TABLE {t} (id BIGINT) USING delta",
                        "INSERT INTO {t} SELECT id FROM range(10)"),
                readAtEveryVersion("evolved",
                        "CREATE TABLE {t} (id INT, s STRUCT<a: INT>) USING delta",
                        "INSERT INTO {t} VALUES (1, named_struct('a', 10))",
                        "ALTER TABLE {t} ADD COLUMNS (more STRING FIRST, last DECIMAL(12,2))",
                        "INSERT INTO {t} VALUES ('x', 2, named_struct('a', 20), 1.10)",
                        "ALTER TABLE {t} ADD COLUMNS (s.b STRING)",
                        "INSERT INTO {t} VALUES ('y', 3, named_struct('a', 30, 'b', 'deep'), null)",
                        "ALTER TABLE {t} ALTER COLUMN last AFTER id",
                        "INSERT INTO {t} VALUES ('z', 4, 2.20, named_struct('a', 40, 'b', null))"),
                read("replaced",
                        "CREATE TABLE replaced (a INT, b STRING) USING delta LOCATION '{path}'",
                        "INSERT INTO replaced VALUES (1, 'old')",
                        "CREATE OR REPLACE TABLE replaced (b BIGINT, c DATE) USING delta "
                                + "PARTITIONED BY (c) LOCATION '{path}'",
                        "INSERT INTO replaced VALUES (2, DATE'2026-01-01')"),
                read("cloned",
                        "CREATE TABLE delta.`{path}_source` USING delta AS SELECT id FROM range(3)",
                        "CREATE TABLE {t} SHALLOW CLONE delta.`{path}_source`",
                        "INSERT INTO {t} VALUES (999)"),
                read("converted",
                        "CREATE TABLE parquet_source (id BIGINT, p STRING) USING parquet "
                                + "PARTITIONED BY (p) LOCATION '{path}'",
                        "INSERT INTO parquet_source VALUES (1, 'a b'), (2, 'c')",
                        "CONVERT TO DELTA parquet.`{path}` PARTITIONED BY (p STRING)"));
    }

    /** Two appends, a log checkpoint of them, and a deletion after it. */
    private static ForeignTable checkpointed(String name, String properties, String... settings) {
        Stream<String> statements = Stream.of(
                "CREATE TABLE {t} (id BIGINT, text STRING) USING delta TBLPROPERTIES ("
                        + properties + ")",
                "INSERT INTO {t} SELECT id, concat('t', id) FROM range(0, 6, 1, 2)",
                "INSERT INTO {t} SELECT id, concat('t', id) FROM range(6, 12, 1, 2)",
                "DELETE FROM {t} WHERE id = 4");
        return new ForeignTable(name, null, false,
                Stream.concat(Stream.of(settings), statements).toList());
    }
}
