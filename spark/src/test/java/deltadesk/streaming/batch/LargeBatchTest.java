package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.streaming.TestSpark;
import deltadesk.streaming.layers.BatchTarget;
import deltadesk.streaming.layers.BronzeTarget;
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
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks with many bytes of Bronze write its files themselves; nothing else is different. */
class LargeBatchTest {
    private static final int RECORDS = 400;

    @TempDir
    private Path folder;

    @Test
    void theTablesAreTheSameWhoeverWritesBronze() {
        Dataset<Row> records = smallRecords().repartition(3);
        BatchResult small = commit("small", records, rows -> {
            assertEquals(0, rows.bronzeFiles().size());
        });
        // Each of its three tasks has some 130 rows of 500 bytes: the block takes the first ones.
        BatchResult large = commit("large", records, 20_000, rows -> {
            assertEquals(3, rows.bronzeFiles().size());
            assertEquals(List.of(), rows.bronze());
        });
        assertEquals(small.counts(), large.counts());
        assertEquals(small.kafkaTimestampMicros().length, large.kafkaTimestampMicros().length);
        assertEquals(new BatchRun(folder.resolve("small")).contents(),
                new BatchRun(folder.resolve("large")).contents());
    }

    @Test
    void oneTaskMayHaveMuchAndAnotherLittle() {
        Dataset<Row> few = SourceRows.of(TestSpark.session(), values(20), RECORDS).repartition(1);
        Dataset<Row> records = smallRecords().repartition(2).union(few);
        BatchResult mixed = commit("mixed", records, 40_000, rows -> {
            assertEquals(2, rows.bronzeFiles().size());
            assertTrue(rows.bronze().size() > 0);
        });
        assertEquals(mixed.counts().bronze(), new BatchRun(folder.resolve("mixed")).contents()
                .get("bronze.ventes_stream").size());
    }

    @Test
    void rowsThatBronzeHoldsAreCountedInTheTasksAndGoNowhere() {
        BatchResult first = commit("replay", smallRecords(), rows -> { });
        BatchResult again = commit("replay", smallRecords(), rows -> {
            assertEquals(List.of(), rows.bronze());
            assertEquals(List.of(), rows.bronzeFiles());
        });
        assertTrue(again.replayed());
        assertEquals(first.counts(), again.counts());
        assertEquals(first.kafkaTimestampMicros().length, again.kafkaTimestampMicros().length);
    }

    private static Dataset<Row> smallRecords() {
        return SourceRows.of(TestSpark.session(), values(RECORDS), 0);
    }

    private static List<String> values(int count) {
        List<String> values = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            values.add(each % 50 == 7 ? "no json"
                    : BatchRun.sale("E" + each % 300, "10:30:45", each % 40 == 3 ? 2_000 : 2));
        }
        return values;
    }

    private BatchResult commit(
            String name, Dataset<Row> records, Consumer<LayerRows> look) {
        return commit(name, records, null, look);
    }

    /** `blockBytes` null: what the job allows. */
    private BatchResult commit(
            String name, Dataset<Row> records, Integer blockBytes, Consumer<LayerRows> look) {
        Path place = folder.resolve(name);
        try (Lake lake = Lake.open(place.resolve("delta")); PackTables tables =
                BatchRun.open(lake, place.resolve("checkpoint"))) {
            PlannedBatch batch = new PlannedBatch(0, 1_766_399_447_000_000L,
                    new TreeMap<>(Map.of("0", 0L)), new TreeMap<>(Map.of("0", 1_000L)));
            Checkpoint checkpoint = new Checkpoint(place.resolve("checkpoint"));
            MicroBatch microBatch = new MicroBatch(
                    tables, "q", StoredOffsets.of(checkpoint, tables), CommitObserver.NONE);
            BatchRun.plan(checkpoint, batch.batchId());
            BatchTarget target = microBatch.target(batch);
            BronzeTarget bronze = target.bronze();
            try (LayerRows rows = BatchRun.definition().read(records, batch.plannedAtMicros(),
                    blockBytes == null ? target : new BatchTarget(new BronzeTarget(
                            bronze.writer(), bronze.missing(), blockBytes), target.others()))) {
                look.accept(rows);
                return microBatch.commit(
                        batch, BatchRun.definition().stream(), rows, new BatchDurations());
            }
        }
    }
}
