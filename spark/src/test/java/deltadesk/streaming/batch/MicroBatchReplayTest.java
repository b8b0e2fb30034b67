package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two micro-batches on real tables, the second one broken off after each of its steps. */
class MicroBatchReplayTest {
    @TempDir
    private static Path whole;
    private static Map<String, List<String>> uninterrupted;
    @TempDir
    private Path folder;

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void runBoth() {
        run(whole, 0, CommitObserver.NONE);
        run(whole, 1, CommitObserver.NONE);
        uninterrupted = new BatchRun(whole).contents();
    }

    @Test
    void everyRecordIsInExactlyOnePlace() {
        Map<String, List<String>> tables = uninterrupted;
        assertEquals(6, tables.get("bronze.ventes_stream").size());
        assertEquals(3, tables.get("silver.ventes_clean").size());
        assertEquals(2, tables.get("quality.duplicates").size());
        assertEquals(3, tables.get("quality.rejected_records").size());
        assertEquals(1, tables.get("silver.ca_par_pays_segment").size());
        assertTrue(tables.get("silver.ca_par_pays_segment").get(0).contains("5399.94, 3"), tables.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aBatchThatCrashedAfterAStepGivesNothingTwice(CommitPoint point) {
        run(folder, 0, CommitObserver.NONE);
        assertThrows(Crash.class, () -> run(folder, 1, reached -> {
            if (reached == point) {
                throw new Crash();
            }
        }));
        assertTrue(run(folder, 1, CommitObserver.NONE).replayed());
        assertEquals(uninterrupted, new BatchRun(folder).contents());
    }

    @Test
    void aBatchThatIsAllThereChangesNoTableVersion() {
        run(folder, 0, CommitObserver.NONE);
        BatchResult first = run(folder, 1, CommitObserver.NONE);
        BatchResult again = run(folder, 1, CommitObserver.NONE);
        assertFalse(first.replayed());
        assertTrue(again.replayed());
        assertEquals(first.tableVersions(), again.tableVersions());
        assertEquals(first.counts(), again.counts());
    }

    /** Batch 0: a sale, its duplicate, no JSON. Batch 1: it again, two sales, two bad ones. */
    private static BatchResult run(Path folder, long batchId, CommitObserver observer) {
        List<String> values = batchId == 0
                ? List.of(sale("A", 2), sale("A", 2), "no json")
                : List.of(sale("A", 2), sale("B", 2), sale("C", 2), sale("D", 2000), "{}");
        return new BatchRun(folder).run("the-query", batchId, batchId * 10, values, observer);
    }

    private static String sale(String eventId, int quantity) {
        return BatchRun.sale(eventId, "10:30:45", quantity);
    }
}
