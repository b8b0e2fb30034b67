package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.streaming.TestSpark;
import deltadesk.streaming.layers.LayerRows;
import deltadesk.streaming.layers.SourceRows;
import deltadesk.streaming.source.Checkpoint;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tasks of a large batch write Bronze's files; nothing else is different. */
class LargeBatchTest {
    private static final int RECORDS = 400;

    @TempDir
    private Path folder;

    @Test
    void theTablesAreTheSameWhoeverWritesBronze() {
        BatchResult small = commit(folder.resolve("small"), false);
        BatchResult large = commit(folder.resolve("large"), true);
        assertEquals(small.counts(), large.counts());
        assertEquals(small.kafkaTimestampMicros().length, large.kafkaTimestampMicros().length);
        assertEquals(new BatchRun(folder.resolve("small")).contents(),
                new BatchRun(folder.resolve("large")).contents());
    }

    @Test
    void onlyABatchThatIsLargeAndNewIsWrittenByItsTasks() {
        try (Lake lake = Lake.open(folder.resolve("delta")); PackTables tables =
                BatchRun.open(lake, folder.resolve("checkpoint"))) {
            MicroBatch batches = new MicroBatch(tables, "q", StoredOffsets.of(
                    new Checkpoint(folder.resolve("checkpoint")), tables), CommitObserver.NONE);
            assertNull(batches.bronzeWriter(planned(0, 19_999)));
            assertTrue(batches.bronzeWriter(planned(0, 20_000)) != null);
            tables.bronze.append("q", 0, List.of());
            assertNull(batches.bronzeWriter(planned(0, 20_000)));
        }
    }

    private static PlannedBatch planned(long from, long to) {
        return new PlannedBatch(0, 1_766_399_447_000_000L,
                new TreeMap<>(Map.of("0", from)), new TreeMap<>(Map.of("0", to)));
    }

    private static BatchResult commit(Path folder, boolean inTasks) {
        List<String> values = new ArrayList<>();
        for (int each = 0; each < RECORDS; each++) {
            values.add(each % 50 == 7 ? "no json"
                    : BatchRun.sale("E" + each % 300, "10:30:45", each % 40 == 3 ? 2_000 : 2));
        }
        Dataset<Row> records =
                SourceRows.of(TestSpark.session(), values, 0).repartition(3);
        try (Lake lake = Lake.open(folder.resolve("delta")); PackTables tables =
                BatchRun.open(lake, folder.resolve("checkpoint"))) {
            PlannedBatch batch = planned(0, RECORDS);
            LayerRows rows = BatchRun.definition().read(records, batch.plannedAtMicros(),
                    inTasks ? tables.bronze.fileWriter() : null);
            assertEquals(inTasks, rows.bronze().isEmpty());
            return new MicroBatch(tables, "q", StoredOffsets.of(
                    new Checkpoint(folder.resolve("checkpoint")), tables), CommitObserver.NONE)
                    .commit(batch, BatchRun.definition().stream(), rows, new BatchDurations());
        }
    }
}
