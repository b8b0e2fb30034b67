package deltadesk.foreign;

import static deltadesk.foreign.ForeignTable.read;
import static deltadesk.foreign.ForeignTable.refused;

import java.util.List;

/** Tables of every type, nested and as partition, with the values that are easily got wrong. */
final class TypeTables {
    private static final String ODD = "'a/b=c%20d', ' é ü ', 'it''s [x]*?', '%', 'a:b\\\\c', "
            + "'\"q\"', "
            + "'__HIVE_DEFAULT_PARTITION__', '', CAST(NULL AS STRING), 'NULL', '日本', 'a+b&c#d'";

    private TypeTables() {}

    static List<ForeignTable> all() {
        return List.of(
                read("primitives",
                        "CREATE TABLE {t} (by TINYINT, sh SMALLINT, i INT, l BIGINT, f FLOAT, "
                                + "d DOUBLE, s STRING, bo BOOLEAN, bi BINARY, da DATE) USING delta",
                        "INSERT INTO {t} VALUES (-128Y, -32768S, -2147483648, "
                                + "-9223372036854775808, "
                                + "1.1F, 0.1D, 'é\\n\"x\"', true, X'00FF10', DATE'0001-01-01'), "
                                + "(127Y, 32767S, 2147483647, 9223372036854775807, FLOAT('NaN'), "
                                + "DOUBLE('-Infinity'), '', false, X'', DATE'9999-12-31'), "
                                + "(null, null, null, null, null, null, null, null, null, null), "
                                + "(0Y, 0S, 0, 9007199254740993, -0.0F, 5e-324D, '日本 😀', true, "
                                + "X'C3A9', DATE'1582-10-04')"),
                read("decimals",
                        "CREATE TABLE {t} (a DECIMAL(9,2), b DECIMAL(18,0), c DECIMAL(38,18), "
                                + "e DECIMAL(38,0)) USING delta",
                        "INSERT INTO {t} VALUES (1234567.89, 999999999999999999, "
                                + "-12345678901234567890.123456789012345678, "
                                + "99999999999999999999999999999999999999), (-0.01, -1, 0, -1), "
                                + "(null, null, null, null)"),
                read("time_zones",
                        "SET spark.sql.session.timeZone=America/New_York",
                        "CREATE TABLE {t} (id INT, at TIMESTAMP, wall TIMESTAMP_NTZ) USING delta",
                        "INSERT INTO {t} VALUES "
                                + "(1, TIMESTAMP'2025-11-02 01:30:00.123456', "
                                + "TIMESTAMP_NTZ'2025-11-02 01:30:00.123456'), "
                                + "(2, TIMESTAMP'2025-03-09 02:30:00', TIMESTAMP_NTZ'2025-03-09 "
                                + "02:30:00'), "
                                + "(3, TIMESTAMP'1900-01-01 00:00:00', TIMESTAMP_NTZ'0001-01-01 "
                                + "00:00:00'), "
                                + "(4, TIMESTAMP'2026-06-01 00:00:00+05:45', "
                                + "TIMESTAMP_NTZ'9999-12-31 23:59:59.999999'), (5, null, null)"),
                read("instants_as_micros",
                        "SET spark.sql.parquet.outputTimestampType=TIMESTAMP_MICROS",
                        "CREATE TABLE {t} (at TIMESTAMP) USING delta",
                        "INSERT INTO {t} VALUES (TIMESTAMP'0001-01-01 00:00:00'), "
                                + "(TIMESTAMP'9999-12-31 23:59:59.999999'), (null)"),
                read("nested",
                        "CREATE TABLE {t} (id INT, a ARRAY<STRUCT<x: INT, y: ARRAY<STRING>>>, "
                                + "m MAP<STRING, STRUCT<d: DECIMAL(12,2), at: TIMESTAMP>>, "
                                + "s STRUCT<`odd-name'`: STRUCT<deep: ARRAY<ARRAY<BIGINT>>>, b: "
                                + "BINARY>) "
                                + "USING delta",
                        "INSERT INTO {t} SELECT 1, array(named_struct('x', 1, 'y', array('a', "
                                + "null)), "
                                + "null, named_struct('x', null, 'y', array())), "
                                + "map('k', named_struct('d', 1.10, 'at', TIMESTAMP'2026-01-01 "
                                + "00:00:00')), "
                                + "named_struct('odd-name''', named_struct('deep', "
                                + "array(array(1L, null), "
                                + "null)), 'b', X'01')",
                        "INSERT INTO {t} SELECT 2, array(), map(), null",
                        "INSERT INTO {t} SELECT 3, null, null, named_struct('odd-name''', null, "
                                + "'b', null)"),
                read("odd_partitions",
                        "CREATE TABLE {t} (id BIGINT, `größe'x` STRING) USING delta "
                                + "PARTITIONED BY (`größe'x`)",
                        "INSERT INTO {t} SELECT id, element_at(array(" + ODD + "), CAST(id AS "
                                + "INT)) "
                                + "FROM range(1, 13)"),
                read("typed_partitions",
                        "SET spark.sql.session.timeZone=Asia/Kathmandu",
                        "CREATE TABLE {t} (id INT, i INT, da DATE, bo BOOLEAN, de DECIMAL(10,3), "
                                + "at TIMESTAMP, d DOUBLE, l BIGINT) USING delta "
                                + "PARTITIONED BY (i, da, bo, de, at, d, l)",
                        "INSERT INTO {t} VALUES (1, -5, DATE'2024-02-29', true, 1.500, "
                                + "TIMESTAMP'2026-11-21 10:00:00.123456', 0.1D, "
                                + "9223372036854775807), "
                                + "(2, null, null, null, null, null, null, null), "
                                + "(3, 0, DATE'0099-01-01', false, -1.5, TIMESTAMP'1969-12-31 "
                                + "23:59:59', "
                                + "1e300D, -1)"),
                read("wall_clock_partitions",
                        "CREATE TABLE {t} (id INT, at TIMESTAMP_NTZ) USING delta PARTITIONED BY "
                                + "(at)",
                        "INSERT INTO {t} VALUES (1, TIMESTAMP_NTZ'2026-11-21 10:00:00.5'), (2, "
                                + "null)"),
                read("odd_names",
                        "CREATE TABLE {t} (`a.b` INT, `select` INT, `it's` INT, `quo\"te` INT, "
                                + "`Ünï` INT, `CamelCase` INT) USING delta",
                        "INSERT INTO {t} VALUES (1, 2, 3, 4, 5, 6)"),
                read("fixed_length_text",
                        "SET spark.sql.readSideCharPadding=false",
                        "CREATE TABLE {t} (c CHAR(5), v VARCHAR(5)) USING delta",
                        "INSERT INTO {t} VALUES ('ab', 'ab'), (null, '')"),
                refused("variants", "variantType",
                        "CREATE TABLE {t} (v VARIANT) USING delta",
                        "INSERT INTO {t} SELECT parse_json('{\"a\": 1}')"));
    }
}
