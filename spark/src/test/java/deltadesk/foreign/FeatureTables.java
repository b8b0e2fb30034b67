package deltadesk.foreign;

import static deltadesk.foreign.ForeignTable.read;
import static deltadesk.foreign.ForeignTable.refused;

import java.util.List;

/** One table for each table feature, used or only allowed. */
final class FeatureTables {
    private FeatureTables() {}

    static List<ForeignTable> all() {
        return List.of(
                refused("deleted_by_vector", "deletionVectors",
                        with("'delta.enableDeletionVectors' = 'true'"),
                        "DELETE FROM {t} WHERE id = 3"),
                read("vectors_allowed", with("'delta.enableDeletionVectors' = 'true'")),
                read("vectors_purged", with("'delta.enableDeletionVectors' = 'true'"),
                        "DELETE FROM {t} WHERE id = 3",
                        "REORG TABLE {t} APPLY (PURGE)"),
                refused("renamed", "columnMapping",
                        with("'delta.columnMapping.mode' = 'name'"),
                        "ALTER TABLE {t} RENAME COLUMN text TO `new name`"),
                refused("mapped_by_id", "columnMapping",
                        with("'delta.columnMapping.mode' = 'id'")),
                refused("dropped_column", "columnMapping",
                        with("'delta.columnMapping.mode' = 'name'"),
                        "ALTER TABLE {t} DROP COLUMN text"),
                refused("widened", "typeWidening",
                        "CREATE TABLE {t} (p SHORT, b BYTE, i INT, f FLOAT, d DECIMAL(5,2), w INT, "
                                + "da DATE, s STRUCT<x: SHORT>) USING delta PARTITIONED BY (p) "
                                + "TBLPROPERTIES ('delta.enableTypeWidening' = 'true', "
                                + "'delta.feature.timestampNtz' = 'supported')",
                        "INSERT INTO {t} VALUES (1, 2, 3, 1.1, 123.45, 4, DATE'2024-02-29', "
                                + "named_struct('x', 5)), (null, null, null, null, null, null, "
                                + "null, null)",
                        "ALTER TABLE {t} ALTER COLUMN p TYPE INT, b TYPE INT, i TYPE BIGINT, "
                                + "f TYPE DOUBLE, d TYPE DECIMAL(10,4), w TYPE DOUBLE, "
                                + "da TYPE TIMESTAMP_NTZ, s.x TYPE INT",
                        "INSERT INTO {t} VALUES (70000, 70000, 9007199254740993, 0.1, 123456.7891, "
                                + "0.5, TIMESTAMP_NTZ'2024-02-29 12:00:00', named_struct('x', "
                                + "70000))"),
                read("generated",
                        "CREATE TABLE {t} (id BIGINT, at TIMESTAMP, "
                                + "day DATE GENERATED ALWAYS AS (CAST(at AS DATE))) USING delta "
                                + "PARTITIONED BY (day)",
                        "INSERT INTO {t} (id, at) VALUES (1, TIMESTAMP'2026-01-01 23:59:59'), (2, "
                                + "null)"),
                read("numbered",
                        "CREATE TABLE {t} (id BIGINT GENERATED ALWAYS AS IDENTITY, text STRING) "
                                + "USING delta",
                        "INSERT INTO {t} (text) VALUES ('a'), ('b')"),
                read("defaults",
                        "CREATE TABLE {t} (id BIGINT, text STRING DEFAULT 'none') USING delta "
                                + "TBLPROPERTIES ('delta.feature.allowColumnDefaults' = "
                                + "'supported')",
                        "INSERT INTO {t} (id) VALUES (1)"),
                read("constrained", with("'delta.appendOnly' = 'true'"),
                        "ALTER TABLE {t} ADD CONSTRAINT positive CHECK (id >= 0)"),
                read("change_feed", with("'delta.enableChangeDataFeed' = 'true'"),
                        "UPDATE {t} SET text = 'changed' WHERE id = 3"),
                read("commit_times", with("'delta.enableInCommitTimestamps' = 'true'")),
                read("row_tracking", with("'delta.enableRowTracking' = 'true'")),
                read("clustered",
                        "CREATE TABLE {t} USING delta CLUSTER BY (id) AS SELECT id FROM range(10)",
                        "OPTIMIZE {t}"));
    }

    private static String with(String properties) {
        return "CREATE TABLE {t} USING delta TBLPROPERTIES (" + properties
                + ") AS SELECT id, concat('t', id) AS text FROM range(10)";
    }
}
