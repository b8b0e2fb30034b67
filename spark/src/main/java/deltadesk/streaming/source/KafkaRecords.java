package deltadesk.streaming.source;

import deltadesk.definition.StreamDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The records of a pack's topic as a stream. */
public final class KafkaRecords {
    /** A partition with more of them in a batch is read by several tasks. */
    private static final long RECORDS_PER_TASK = 17_000;

    private KafkaRecords() {}

    /** Lost records stop the query: they are never skipped silently (floor S1-6). */
    public static Dataset<Row> read(
            SparkSession session,
            StreamDefinition stream,
            String bootstrapServers,
            String startingOffsets,
            long maxOffsetsPerTrigger) {
        return session.readStream().format("kafka")
                .option("kafka.bootstrap.servers", bootstrapServers)
                .option("subscribe", stream.topic())
                .option("startingOffsets", startingOffsets)
                .option("failOnDataLoss", "true")
                .option("maxOffsetsPerTrigger", maxOffsetsPerTrigger)
                // Tasks of one size: three partitions on two cores leave one of them idle.
                .option("maxRecordsPerPartition", RECORDS_PER_TASK)
                // What is taken at once is decoded at once: short lists die young.
                .option("kafka.max.poll.records", "2000")
                // A consumer is polled inside tasks only, where waiting for more is of no use.
                .option("kafka.fetch.max.wait.ms", "20")
                .load();
    }
}
