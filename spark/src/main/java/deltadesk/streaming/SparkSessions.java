package deltadesk.streaming;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** The Spark session of the job, set up for many small micro-batches on one machine. */
final class SparkSessions {
    private static final Map<String, String> SETTINGS = settings();
    /** Loopback alone: the job's environment names the address (SPARK_LOCAL_IP). */
    private static final Map<String, String> UI_SETTINGS = Map.of(
            "spark.ui.enabled", "true",
            "spark.ui.port", "0",
            "spark.ui.killEnabled", "false",
            "spark.ui.retainedJobs", "200",
            "spark.ui.retainedStages", "200",
            "spark.ui.retainedTasks", "2000",
            "spark.sql.ui.retainedExecutions", "100");

    private SparkSessions() {}

    /** `scratchFolder` receives Spark's temporary files; `hasUi` has Spark serve its own pages. */
    static SparkSession create(String master, Path scratchFolder, boolean hasUi) {
        SparkSession.Builder builder = SparkSession.builder().appName("deltadesk").master(master)
                .config("spark.local.dir", scratchFolder.toString())
                .config("spark.sql.warehouse.dir", scratchFolder.resolve("warehouse").toString());
        if (master.startsWith("local")) {
            builder.config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions",
                            Runtime.getRuntime().availableProcessors());
        }
        SETTINGS.forEach(builder::config);
        if (hasUi) {
            UI_SETTINGS.forEach(builder::config);
        }
        return builder.getOrCreate();
    }

    /** Where Spark serves its own pages; empty when it does not. */
    static Optional<String> uiAddress(SparkSession session) {
        Option<String> address = session.sparkContext().uiWebUrl();
        return address.isDefined() ? Optional.of(address.get()) : Optional.empty();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        // Without it Hadoop starts a process for every file it touches, and needs winutils.
        settings.put("spark.hadoop.fs.file.impl",
                "com.globalmentor.apache.hadoop.fs.BareLocalFileSystem");
        settings.put("spark.sql.streaming.checkpointFileManagerClass",
                "org.apache.spark.sql.execution.streaming.checkpointing"
                        + ".FileSystemBasedCheckpointFileManager");
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.sql.session.timeZone", "UTC");
        settings.put("spark.sql.ansi.enabled", "false");
        settings.put("spark.sql.adaptive.enabled", "false");
        // Two batches are needed to recover; the rest is for a person who looks.
        settings.put("spark.sql.streaming.minBatchesToRetain", "10");
        settings.put("spark.sql.streaming.asyncLogPurge.enabled", "true");
        // A restarted query with nothing to read says so after this, not after 10 s.
        settings.put("spark.sql.streaming.noDataProgressEventInterval", "500");
        // A query that found nothing lets one trigger of 200 ms pass: to ask the broker five times
        // a second costs job and broker 3 % of a core. With records to read it never waits.
        settings.put("spark.sql.streaming.pollingDelay", "300");
        settings.put("spark.sql.streaming.metricsEnabled", "false");
        settings.put("spark.sql.streaming.numRecentProgressUpdates", "1");
        settings.put("spark.sql.streaming.kafka.useDeprecatedOffsetFetching", "false");
        settings.put("spark.sql.streaming.offsetLog.formatVersion", "1");
        settings.put("spark.sql.streaming.stopTimeout", "5000");
        // Nobody looks at Spark's own pages: keep their history short, so that memory stays flat.
        settings.put("spark.ui.retainedJobs", "5");
        settings.put("spark.ui.retainedStages", "5");
        settings.put("spark.ui.retainedTasks", "20");
        settings.put("spark.sql.ui.retainedExecutions", "2");
        settings.put("spark.cleaner.periodicGC.interval", "10min");
        // A task that begins at another offset leaves what was fetched before; Spark keeps it for
        // five minutes, 220,000 records and 400 MB during a drain (measured).
        settings.put("spark.kafka.consumer.fetchedData.cache.timeout", "2s");
        settings.put("spark.kafka.consumer.fetchedData.cache.evictorThreadRunInterval", "1s");
        return settings;
    }
}
