package deltadesk.streaming.layers;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Static frames with the columns of Spark's Kafka source. */
public final class SourceRows {
    static final StructType SCHEMA = new StructType()
            .add("key", "binary").add("value", "binary").add("topic", "string")
            .add("partition", "int").add("offset", "long").add("timestamp", "timestamp")
            .add("timestampType", "int");

    private SourceRows() {}

    /** Records of partition 0 with offsets from `firstOffset` on, a second after their events. */
    public static Dataset<Row> of(SparkSession session, List<String> values, long firstOffset) {
        List<Row> rows = new ArrayList<>();
        for (String value : values) {
            rows.add(row("1", value.getBytes(StandardCharsets.UTF_8), 0,
                    firstOffset + rows.size(), "2025-12-22T10:30:46Z"));
        }
        return session.createDataFrame(rows, SCHEMA);
    }

    static Row row(String key, byte[] value, int partition, long offset, String timestampUtc) {
        return RowFactory.create(key.getBytes(StandardCharsets.UTF_8), value, "ventes_stream",
                partition, offset, Timestamp.from(Instant.parse(timestampUtc)), 1);
    }
}
