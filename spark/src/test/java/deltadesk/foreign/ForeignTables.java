package deltadesk.foreign;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * For tests: has delta-spark write tables of every feature into a lake's folder, and says on its
 * standard output, one JSON line each, what it reads from them itself: `table`, `refusedFor`, and
 * `versions` with their `rows`, null where they are vacuumed or the table is to be refused.
 */
public final class ForeignTables {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ForeignTables() {}

    /** Arguments: the lake's folder, and a folder for what is left over. */
    public static void main(String[] arguments) throws Exception {
        Path lake = Path.of(arguments[0]).toAbsolutePath();
        List<ForeignTable> tables =
                Stream.of(TypeTables.all(), LogTables.all(), FeatureTables.all())
                        .flatMap(List::stream).toList();
        // Nearly all of the time is spent planning statements, on one core each.
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (SparkSession spark = session(Path.of(arguments[1]).toAbsolutePath())) {
            List<Future<String>> facts = new ArrayList<>();
            for (ForeignTable table : tables) {
                String folder = lake.resolve("bronze").resolve(table.name()).toString();
                // A session takes its time to be made: only settings must be kept apart.
                SparkSession own = table.hasSettings() ? spark.newSession() : spark;
                Callable<String> work = () -> writeAndRead(own, table, folder);
                facts.add(threads.submit(work));
            }
            for (Future<String> fact : facts) {
                System.out.println(fact.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String writeAndRead(SparkSession spark, ForeignTable table, String folder)
            throws IOException {
        for (String sql : table.statements(folder)) {
            spark.sql(sql);
        }
        if (!table.atEveryVersion()) {
            cleanLog(Path.of(folder, "_delta_log"));
        }
        List<Row> history = spark.sql("DESCRIBE HISTORY delta.`" + folder + "`"
                        + (table.atEveryVersion() ? "" : " LIMIT 1"))
                .select("version", "operation").collectAsList();
        List<Object> versions = new ArrayList<>();
        for (Row commit : history) {
            Map<String, Object> version = new LinkedHashMap<>();
            version.put("version", commit.getLong(0));
            version.put("operation", commit.getString(1));
            version.put("rows", table.refusedFor() != null ? null
                    : rows(spark, folder, commit.getLong(0), versions.isEmpty()));
            versions.add(version);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("table", "bronze." + table.name());
        facts.put("refusedFor", table.refusedFor());
        facts.put("versions", versions);
        return JSON.writeValueAsString(facts);
    }

    /** Null when Spark cannot read an older version any more. */
    private static List<Object> rows(
            SparkSession spark, String folder, long version, boolean isNewest) {
        Dataset<Row> table =
                spark.read().format("delta").option("versionAsOf", version).load(folder);
        try {
            return table.collectAsList().stream().<Object>map(Cells::of).toList();
        } catch (Exception gone) {
            if (isNewest) {
                throw gone;
            }
            return null;
        }
    }

    /** Takes away the commits that a log checkpoint stands for, so that it has to be read. */
    private static void cleanLog(Path log) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(log)) {
            names = files.map(file -> file.getFileName().toString()).toList();
        }
        String newest = names.stream().filter(name -> name.contains(".checkpoint."))
                .map(name -> name.substring(0, 20)).max(String::compareTo).orElse("");
        for (String name : names) {
            if (name.matches("\\d{20}\\.json") && name.substring(0, 20).compareTo(newest) < 0) {
                Files.delete(log.resolve(name));
            }
        }
    }

    private static SparkSession session(Path scratch) {
        return SparkSession.builder().master("local[2]").appName("foreign tables")
                .config("spark.ui.enabled", "false")
                .config("spark.log.level", "ERROR")
                .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
                .config("spark.local.dir", scratch.resolve("spark").toString())
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog",
                        "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                // Tables of ten rows: planning and generating code is what takes the time.
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "1")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.databricks.delta.retentionDurationCheck.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.lightweightPlanChangeValidation", "false")
                // Hadoop's own ask other programs for the rights of a file, several times a commit.
                .config("spark.sql.streaming.checkpointFileManagerClass",
                        "org.apache.spark.sql.execution.streaming.checkpointing."
                                + "FileSystemBasedCheckpointFileManager")
                .config("spark.delta.logStore.file.impl", "io.delta.storage.LocalLogStore")
                .config("spark.hadoop.fs.file.impl",
                        "com.globalmentor.apache.hadoop.fs.BareLocalFileSystem")
                .getOrCreate();
    }
}
