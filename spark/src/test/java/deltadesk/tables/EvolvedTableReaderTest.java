package deltadesk.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.streaming.TestSpark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark's own Delta reader on a table whose columns changed, with partitions far apart. */
class EvolvedTableReaderTest {
    private static final ColumnSpec DAY = new ColumnSpec("day", "string");
    private static final ColumnSpec TIME = new ColumnSpec("at", "timestamp");
    private static final ColumnSpec TEXT = new ColumnSpec("text", "string");
    private static final ColumnSpec MORE = new ColumnSpec("more", "decimal(12,2)");
    /** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999Z. */
    private static final long FIRST_MICROS = -62_135_596_800_000_000L;
    private static final long LAST_MICROS = 253_402_300_799_999_999L;

    @TempDir
    private Path folder;

    @Test
    void itSeesNullInOldRowsAndEveryDayThatATimeCanHave() throws Exception {
        append(1, 0, List.of(DAY, TIME, TEXT), new Object[] {"0001-01-01", FIRST_MICROS, "a"});
        append(1, 1, List.of(DAY, MORE, TIME, TEXT), new Object[] {
            "9999-12-31", new BigDecimal("1.10"), LAST_MICROS, "b"});
        append(2, 2, List.of(MORE, DAY, TIME), new Object[] {null, "2025-12-22", 0L});
        try (SparkSession spark = session()) {
            assertEquals(List.of(
                    "[0001-01-01,-62135596800000000,a,null]",
                    "[2025-12-22,0,null,null]",
                    "[9999-12-31,253402300799999999,b,1.10]"),
                    read(spark, "day, unix_micros(at), text, more"));
            assertEquals(List.of("day", "at", "text", "more"),
                    List.of(table(spark, "*").columns()));
        }
    }

    private void append(int version, long batchId, List<ColumnSpec> columns, Object[] row) {
        try (Lake lake = Lake.open(folder)) {
            lake.table("silver.t", new TableSchema(columns, List.of("day")),
                    Lake.schemaVersion(version)).append(
                            "query", batchId, SampleTables.rows(row));
        }
    }

    private List<String> read(SparkSession spark, String columns) {
        return table(spark, columns).collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private Dataset<Row> table(SparkSession spark, String columns) {
        return spark.sql("SELECT " + columns + " FROM delta.`" + folder.resolve("silver/t") + "`");
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
                .config("spark.hadoop.fs.file.impl",
                        "com.globalmentor.apache.hadoop.fs.BareLocalFileSystem")
                .getOrCreate();
    }
}
