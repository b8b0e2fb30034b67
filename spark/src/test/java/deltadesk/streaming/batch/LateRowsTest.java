package deltadesk.streaming.batch;

import static deltadesk.streaming.batch.BatchRun.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of 5 minutes, a watermark 10 minutes behind the newest event. */
class LateRowsTest {
    private static final String WINDOWS = "gold.ventes_fenetres_5min";
    private static final List<String> FIRST = List.of(sale("A", "10:30:45", 2));
    /** The watermark is 10:20:45: one window has closed at 10:20:00, the other closes at 10:25. */
    private static final List<String> SECOND =
            List.of(sale("B", "10:19:59", 2), sale("C", "10:20:01", 2), sale("D", "10:31:00", 2));

    @TempDir
    private Path folder;

    @Test
    void aRowWhoseWindowHasClosedIsMarkedAndLeftOutAndCounted() {
        BatchRun run = new BatchRun(folder);
        assertEquals(0, run.run("q", 0, 0, FIRST, CommitObserver.NONE).counts().late());
        BatchResult second = run.run("q", 1, 1, SECOND, CommitObserver.NONE);
        assertEquals(1, second.counts().late());
        assertEquals(3, second.counts().silver());
        assertEquals(1, run.contents().get("silver.ventes_clean").stream()
                .filter(row -> row.contains("late:" + WINDOWS)).count());
        assertEquals(2, run.contents().get(WINDOWS).size(), run.contents().get(WINDOWS)::toString);
        assertTrue(run.contents().get("quality.batches").get(1).contains(", 3, 3, 0, 0, 0, 0, 1, "),
                run.contents().get("quality.batches")::toString);
    }

    @Test
    void rowsOfOneBatchAreJudgedByTheBatchesBeforeItAlone() {
        BatchRun run = new BatchRun(folder);
        BatchResult only = run.run("q", 0, 0, List.of(
                sale("A", "10:30:45", 2), sale("B", "09:00:00", 2)), CommitObserver.NONE);
        assertEquals(0, only.counts().late());
        assertEquals(2, run.contents().get(WINDOWS).size());
    }

    @Test
    void aReplayIsJudgedByTheSameWatermarkAsTheFirstTime() {
        for (CommitPoint point : CommitPoint.values()) {
            BatchRun run = new BatchRun(folder.resolve(point.name()));
            run.run("q", 0, 0, FIRST, CommitObserver.NONE);
            assertThrows(IllegalStateException.class, () -> run.run("q", 1, 1, SECOND, reached -> {
                if (reached == point) {
                    throw new IllegalStateException("crash");
                }
            }));
            assertEquals(1, run.run("q", 1, 1, SECOND, CommitObserver.NONE).counts().late());
            assertEquals(1, run.run("q", 2, 4, List.of(sale("E", "10:20:30", 2)),
                    CommitObserver.NONE).counts().silver());
            assertEquals(3, run.contents().get(WINDOWS).size() + late(run), point::name);
        }
    }

    @Test
    void aBatchThatSilverHoldsCountsTheRowsMarkedThenWhateverTheDelayIsNow() {
        BatchRun run = new BatchRun(folder);
        run.run("q", 0, 0, FIRST, CommitObserver.NONE);
        assertThrows(IllegalStateException.class, () -> run.run("q", 1, 1, SECOND, reached -> {
            if (reached == CommitPoint.SILVER) {
                throw new IllegalStateException("crash");
            }
        }));
        // By a delay of an hour none of them would be late.
        BatchResult replayed = run.withWatermarkDelay(3_600_000)
                .run("q", 1, 1, SECOND, CommitObserver.NONE);
        assertEquals(1, replayed.counts().late());
        assertEquals(1, late(run));
    }

    @Test
    void aReplayIsJudgedByTheDelayOfItsTimeWhateverTheDelayIsNow() {
        BatchRun run = new BatchRun(folder);
        run.run("q", 0, 0, FIRST, CommitObserver.NONE);
        assertThrows(IllegalStateException.class, () -> run.run("q", 1, 1, SECOND, reached -> {
            if (reached == CommitPoint.BRONZE) {
                throw new IllegalStateException("crash");
            }
        }));
        BatchResult replayed = run.withWatermarkDelay(3_600_000)
                .run("q", 1, 1, SECOND, CommitObserver.NONE);
        assertEquals(1, replayed.counts().late());
        assertEquals(1, late(run));
    }

    private static long late(BatchRun run) {
        return run.contents().get("silver.ventes_clean").stream()
                .filter(row -> row.contains("late:")).count();
    }
}
