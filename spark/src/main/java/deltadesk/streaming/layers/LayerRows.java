package deltadesk.streaming.layers;

import deltadesk.streaming.parse.Stage;
import deltadesk.tables.DataFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that a micro-batch gives, in the order of its tasks and offsets. Silver's rows may still
 * be duplicates. Rows are in the column order of their tables.
 */
public final class LayerRows {
    private final List<Object[]> bronze = new ArrayList<>();
    private final List<DataFile> bronzeFiles = new ArrayList<>();
    private final List<Object[]> silver = new ArrayList<>();
    private final List<Object[]> rejected = new ArrayList<>();
    private final Map<Stage, Integer> rejectedCounts = new EnumMap<>(Stage.class);
    private final List<FieldSighting> fieldSightings = new ArrayList<>();
    private long[] kafkaTimestamps = new long[1024];
    private int bronzeCount;
    private int recordCount;

    LayerRows() {}

    /** `timestamps` has one for each row that the records gave, wherever it is. */
    void countBronze(long[] timestamps) {
        bronzeCount += timestamps.length;
        for (long micros : timestamps) {
            addTimestamp(micros);
        }
    }

    void addBronze(Object[] row) {
        bronze.add(row);
    }

    void addBronzeFiles(List<DataFile> files) {
        bronzeFiles.addAll(files);
    }

    void addSilver(Object[] row) {
        silver.add(row);
    }

    void addRejected(Object[] row) {
        rejected.add(row);
        for (Stage stage : Stage.values()) {
            if (stage.word().equals(row[RejectedRow.STAGE])) {
                rejectedCounts.merge(stage, 1, Integer::sum);
                // A record that broke a rule has a Bronze row and is counted there.
                if (stage != Stage.RULE) {
                    addTimestamp((Long) row[RejectedRow.KAFKA_TIMESTAMP]);
                }
            }
        }
    }

    void addFieldSighting(FieldSighting sighting) {
        fieldSightings.add(sighting);
    }

    private void addTimestamp(long micros) {
        if (recordCount == kafkaTimestamps.length) {
            kafkaTimestamps = Arrays.copyOf(kafkaTimestamps, 2 * recordCount);
        }
        kafkaTimestamps[recordCount++] = micros;
    }

    /** Rows that Bronze lacks, without those in files. */
    public List<Object[]> bronze() {
        return bronze;
    }

    /** Files with further rows that Bronze lacks, not committed yet. */
    public List<DataFile> bronzeFiles() {
        return bronzeFiles;
    }

    /** How many rows of Bronze the records gave, those among them that it holds already. */
    public int bronzeCount() {
        return bronzeCount;
    }

    /** Rows of Silver that no blocking rule keeps out, duplicates still among them. */
    public List<Object[]> silver() {
        return silver;
    }

    /** Rows of the table of rejected records. */
    public List<Object[]> rejected() {
        return rejected;
    }

    /** The fields that the tasks met, see {@link FieldSighting}. */
    List<FieldSighting> fieldSightings() {
        return fieldSightings;
    }

    /** How many records were rejected at a stage. */
    public int rejectedCount(Stage stage) {
        return rejectedCounts.getOrDefault(stage, 0);
    }

    /** How many records were read. */
    public int recordCount() {
        return recordCount;
    }

    /** The Kafka timestamps of all records, microseconds since 1970 UTC, in no order. */
    public long[] kafkaTimestampMicros() {
        return Arrays.copyOf(kafkaTimestamps, recordCount);
    }
}
