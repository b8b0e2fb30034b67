package deltadesk.streaming.layers;

import deltadesk.streaming.parse.Stage;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;

/** How many records were read, when Kafka had received them, and where they went. */
final class RecordTally implements RowSink, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Stage[] STAGES = Stage.values();
    private static final UTF8String[] WORDS = Arrays.stream(STAGES)
            .map(stage -> UTF8String.fromString(stage.word())).toArray(UTF8String[]::new);

    private final int timestampInBronze;
    private final int[] rejected = new int[STAGES.length];
    private int bronze;
    private int records;
    private long[] timestamps = new long[1024];

    /** `timestampInBronze` is the column of a row of Bronze with the Kafka timestamp. */
    RecordTally(int timestampInBronze) {
        this.timestampInBronze = timestampInBronze;
    }

    @Override
    public void add(RowKind kind, UnsafeRow row) {
        if (kind == RowKind.BRONZE) {
            bronze++;
            addTimestamp(row.getLong(timestampInBronze));
        } else if (kind == RowKind.REJECTED) {
            int stage = Arrays.asList(WORDS).indexOf(row.getUTF8String(RejectedRow.STAGE));
            rejected[stage]++;
            // A record that broke a rule has a row of Bronze and is counted there.
            if (STAGES[stage] != Stage.RULE) {
                addTimestamp(row.getLong(RejectedRow.KAFKA_TIMESTAMP));
            }
        }
    }

    private void addTimestamp(long micros) {
        if (records == timestamps.length) {
            timestamps = Arrays.copyOf(timestamps, 2 * records);
        }
        timestamps[records++] = micros;
    }

    /** Takes in those of another task. */
    void add(RecordTally other) {
        bronze += other.bronze;
        for (int stage = 0; stage < rejected.length; stage++) {
            rejected[stage] += other.rejected[stage];
        }
        int together = records + other.records;
        if (together > timestamps.length) {
            timestamps = Arrays.copyOf(timestamps, Math.max(together, 2 * timestamps.length));
        }
        System.arraycopy(other.timestamps, 0, timestamps, records, other.records);
        records = together;
    }

    /** How many rows of Bronze the records gave. */
    int bronze() {
        return bronze;
    }

    int rejected(Stage stage) {
        return rejected[stage.ordinal()];
    }

    int records() {
        return records;
    }

    /** Of all records, microseconds since 1970 UTC, in no order. */
    long[] timestamps() {
        return Arrays.copyOf(timestamps, records);
    }
}
