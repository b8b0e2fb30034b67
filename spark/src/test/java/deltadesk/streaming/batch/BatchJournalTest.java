package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchJournalTest {
    private static final BatchCounts COUNTS = new BatchCounts(1, 1, 1, 0, 0, 0, 0, 0);
    private static final long NOON = 1_766_404_800_000_000L;
    @TempDir private Path folder;
    private Lake lake;
    private DeltaTable batches;

    @BeforeEach
    void open() {
        lake = Lake.open(folder);
        batches = lake.table(QualityTables.BATCHES_NAME, QualityTables.BATCHES);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void note(String pack, String query, long batch, Long maxEventTime, long end) {
        new BatchJournal(batches, pack, query).append(
                new PlannedBatch(batch, 1, new TreeMap<>(Map.of("0", 0L)),
                        new TreeMap<>(Map.of("0", end))),
                new BatchJournal.Entry(1, null, maxEventTime, COUNTS));
    }

    private Long before(String pack, String query, long batch) {
        return new BatchJournal(batches, pack, query).maxEventTimeBefore(batch);
    }

    @Test
    void theNewestTimeIsReadWithoutTheFilesOfOlderBatches() throws IOException {
        for (long batch = 0; batch < 40; batch++) {
            note("sales", "q", batch, NOON + batch * 1_000_000, batch);
        }
        for (var file : batches.dataFiles().subList(0, 30)) {
            Files.delete(folder.resolve("quality").resolve("batches").resolve(file.path()));
        }
        assertEquals(NOON + 39_000_000, before("sales", "q", 40));
        assertEquals(NOON + 38_000_000, before("sales", "q", 39), "its own row is passed over");
    }

    @Test
    void everyPackAndQueryHasItsOwnOrCommonTimeWhateverTheOrder() {
        assertNull(before("sales", "q", 0));
        note("sales", "q", 0, null, 4);
        note("orders", "o", 0, NOON + 5_000_000, 9);
        assertNull(before("sales", "q", 1), "no event was accepted yet");
        note("sales", "q", 1, NOON + 1_500, 7);
        note("orders", "o", 1, NOON + 6_000_000, 9);
        // Less than a millisecond apart, which statistics do not show.
        note("sales", "r", 0, NOON + 1_999, 2);
        note("sales", "r", 1, NOON + 1_700, 3);
        assertEquals(NOON + 1_999, before("sales", "r", 2));
        assertEquals(NOON + 1_999, before("sales", "another", 0));
        assertEquals(NOON + 1_500, before("sales", "r", 0));
        assertEquals(NOON + 6_000_000, before("orders", "o", 2));
    }

    @Test
    void theEndIsTheFurthestOfAllQueries() {
        assertEquals(Map.of(), BatchJournal.endOffsets(batches, "sales"));
        note("sales", "q", 9, NOON, 70);
        note("sales", "q", 10, NOON, 80);
        note("sales", "from-earliest", 0, NOON, 20);
        note("orders", "o", 0, NOON, 99);
        assertEquals(Map.of("0", 80L), BatchJournal.endOffsets(batches, "sales"));
        assertEquals(Map.of("0", 99L), BatchJournal.endOffsets(batches, "orders"));
    }
}
