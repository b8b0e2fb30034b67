package deltadesk.aggregates;

import static deltadesk.aggregates.SilverSample.EVERY_FUNCTION;
import static deltadesk.aggregates.SilverSample.SILVER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.streaming.TestSpark;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.MaintenancePolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark's own Delta reader sees the rows that were written and computes the same sums. */
class IndependentReaderTest {
    @TempDir private Path folder;

    @Test
    void sparkSeesTheSameRowsAndTheSameSums() throws Exception {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> published;
        try (Lake lake = Lake.open(folder)) {
            Map<String, String> often = Map.of("delta.checkpointInterval", "5");
            DeltaTable silver = lake.table("silver.sales", SILVER, often);
            lake.table(EVERY_FUNCTION.tableName(), EVERY_FUNCTION.schema(SILVER), often);
            Aggregate aggregate = Aggregate.open(lake, EVERY_FUNCTION, silver);
            for (long batch = 0; batch < 12; batch++) {
                List<Object[]> added = SilverSample.random(new Random(batch), 20);
                rows.addAll(added);
                silver.append("query", batch, added);
                aggregate.catchUp(added, 1_770_000_000_000_000L + batch);
                long until = System.nanoTime() + 1_000_000_000L;
                silver.maintain(MaintenancePolicy.ROW_LEVEL, until);
                aggregate.table().maintain(MaintenancePolicy.AGGREGATE, until);
            }
            published = aggregate.table().readAll();
        }
        try (SparkSession spark = session()) {
            assertEquals(texts(rows),
                    read(spark, "SELECT * FROM delta.`" + path("silver/sales") + "`"));
            assertEquals(texts(published),
                    read(spark, "SELECT * FROM delta.`" + path("gold/by_country") + "`"));
            assertEquals(SilverSample.withoutTimes(published), read(spark, """
                    SELECT country, segment, CAST(sum(amount) AS DECIMAL(22,2)), count(*),
                        count(weight), sum(quantity), sum(weight), min(amount),
                        unix_micros(max(at)), min(event_id)
                    FROM delta.`%s` GROUP BY country, segment""".formatted(path("silver/sales"))));
        }
    }

    @Test
    void sparkSeesTheSameWindowsMeansAndDistinctCounts() throws Exception {
        List<Object[]> published;
        try (Lake lake = Lake.open(folder)) {
            DeltaTable silver = lake.table("silver.sales", WindowSample.SILVER);
            Aggregate aggregate = Aggregate.open(
                    lake, WindowSample.WINDOWS, silver, () -> WindowSample.EXPRESSIONS);
            for (long batch = 0; batch < 12; batch++) {
                List<Object[]> added = WindowSample.random(new Random(batch), 40, 3);
                silver.append("query", batch, added);
                aggregate.catchUp(added, batch);
                aggregate.table().maintain(
                        MaintenancePolicy.AGGREGATE, System.nanoTime() + 1_000_000_000L);
            }
            published = aggregate.table().readAll();
        }
        List<Object[]> visible = published.stream()
                .map(row -> Arrays.copyOf(row, row.length - 2)).toList();
        try (SparkSession spark = session()) {
            assertEquals(texts(visible), read(spark, """
                    SELECT opens, closes, country, sales, revenue, mean, mean_pieces, customers,
                        least, is_busy FROM delta.`%s`""".formatted(path("gold/windows"))));
            assertEquals(texts(visible), read(spark, """
                    SELECT w.start, w.end, country, count(*), CAST(sum(amount) AS DECIMAL(22,2)),
                        CAST(round(sum(amount) / count(amount), 2) AS DECIMAL(12,2)),
                        CAST(round(CAST(sum(quantity) AS DECIMAL(22,2)) / count(quantity), 1)
                            AS DECIMAL(12,1)),
                        count(DISTINCT customer), min(amount), count(*) >= 3
                    FROM (SELECT *, window(at, '1 hour') AS w FROM delta.`%s`
                        WHERE quantity < 900 AND NOT array_contains(
                            split(coalesce(dq_warnings, ''), ';'), '%s'))
                    GROUP BY w, country""".formatted(
                            path("silver/sales"), WindowSample.WINDOWS.lateMark())));
        }
    }

    private String path(String table) {
        return folder.resolve(table).toString();
    }

    private SparkSession session() {
        // There is one session a JVM, and the job's own knows no Delta catalog.
        TestSpark.end();
        return SparkSession.builder().master("local[1]").appName("independent reader")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog",
                        "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.hadoop.fs.file.impl",
                        "com.globalmentor.apache.hadoop.fs.BareLocalFileSystem")
                .getOrCreate();
    }

    private static List<String> read(SparkSession spark, String sql) {
        List<Object[]> rows = new ArrayList<>();
        for (Row row : spark.sql(sql).collectAsList()) {
            rows.add(IntStream.range(0, row.size()).mapToObj(index -> micros(row.get(index)))
                    .toArray());
        }
        return texts(rows);
    }

    private static Object micros(Object value) {
        return value instanceof Instant instant
                ? ChronoUnit.MICROS.between(Instant.EPOCH, instant) : value;
    }

    private static List<String> texts(List<Object[]> rows) {
        return rows.stream().map(Arrays::toString).sorted().toList();
    }
}
