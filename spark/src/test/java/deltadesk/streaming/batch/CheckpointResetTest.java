package deltadesk.streaming.batch;

import static deltadesk.streaming.batch.BatchRun.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint is deleted, and a new query reads the topic from its start (floor S2-16). */
class CheckpointResetTest {
    private static final List<String> FIRST = List.of(
            sale("A", "10:30:40", 2), sale("A", "10:30:41", 2), "no json", sale("B", "10:30:42", 9999));
    private static final List<String> SECOND = List.of(
            sale("C", "10:30:43", 2), sale("A", "10:30:44", 2), "{}", sale("D", "10:30:45", 2));

    /** Where a record may be. */
    private static final Set<List<String>> PLACES = Set.of(
            List.of("bronze", "silver"), List.of("bronze", "duplicates"),
            List.of("bronze", "rejected by rule"), List.of("rejected"));

    @TempDir
    private Path folder;

    @Test
    void aReplayFromTheEarliestRecordDoublesNothing() throws IOException {
        BatchRun run = new BatchRun(folder);
        run.run("q", 0, 0, FIRST, CommitObserver.NONE);
        run.run("q", 1, 4, SECOND, CommitObserver.NONE);
        Map<String, List<String>> before = withoutBatches(run);
        deleteCheckpoint();
        List<String> all = new ArrayList<>(FIRST);
        all.addAll(SECOND);
        BatchResult again = run.run("other", 0, 0, all, CommitObserver.NONE);
        assertEquals(0, again.counts().late());
        assertEquals(before, withoutBatches(run));
        run.run("other", 1, 8, List.of(sale("E", "10:30:46", 2)), CommitObserver.NONE);
        assertEquals(4, run.contents().get("silver.ventes_clean").size());
    }

    /** What memory cannot hold is compared with the tables page by page. */
    @Test
    void noMoreDoesAReplayThatIsSpilled() throws IOException {
        BatchRun run = new BatchRun(folder);
        run.run("q", 0, 0, FIRST, CommitObserver.NONE);
        assertThrows(IllegalStateException.class, () -> run.run("q", 1, 4, SECOND, reached -> {
            if (reached == CommitPoint.DUPLICATES) {
                throw new IllegalStateException("crash");
            }
        }));
        deleteCheckpoint();
        List<String> all = new ArrayList<>(FIRST);
        all.addAll(SECOND);
        run.spilling(1).run("other", 0, 0, all, CommitObserver.NONE);
        assertEquals(8, OffsetPlaces.of(run).size());
        OffsetPlaces.of(run).forEach((offset, places) -> assertTrue(PLACES.contains(places),
                "offset " + offset + " is in " + places));
    }

    @Test
    void aBatchThatHadCrashedAnywhereIsFinishedByTheNewCheckpoint() throws IOException {
        BatchRun whole = new BatchRun(folder.resolve("whole"));
        whole.run("q", 0, 0, FIRST, CommitObserver.NONE);
        whole.run("q", 1, 4, SECOND, CommitObserver.NONE);
        for (CommitPoint point : CommitPoint.values()) {
            BatchRun run = new BatchRun(folder.resolve(point.name()));
            run.run("q", 0, 0, FIRST, CommitObserver.NONE);
            assertThrows(IllegalStateException.class, () -> run.run("q", 1, 4, SECOND, reached -> {
                if (reached == point) {
                    throw new IllegalStateException("crash");
                }
            }));
            deleteCheckpoint(folder.resolve(point.name()));
            run.run("other", 0, 4, SECOND, CommitObserver.NONE);
            assertEquals(sizes(whole), sizes(run), point.name());
        }
    }

    @Test
    void aFirstBatchThatHadCrashedAnywhereIsFinishedByTheNewCheckpoint() throws IOException {
        BatchRun whole = new BatchRun(folder.resolve("whole"));
        whole.run("q", 0, 0, FIRST, CommitObserver.NONE);
        for (CommitPoint point : CommitPoint.values()) {
            Path place = folder.resolve(point.name());
            BatchRun run = new BatchRun(place);
            assertThrows(IllegalStateException.class, () -> run.run("q", 0, 0, FIRST, reached -> {
                if (reached == point) {
                    throw new IllegalStateException("crash");
                }
            }));
            deleteCheckpoint(place);
            int begin = (int) run.begin();
            run.run("other", 0, begin, FIRST.subList(begin, FIRST.size()), CommitObserver.NONE);
            assertEquals(sizes(whole), sizes(run), point.name());
        }
    }

    /**
     * The definition is another one after the reset: it accepts what was refused and the other way
     * round. Other records at the same offsets stand for that.
     */
    @Test
    void whatOneDefinitionDecidedTheNextDoesNotDecideAgain() throws IOException {
        List<String> otherwise = List.of(sale("C", "10:30:43", 9999),
                sale("F", "10:30:44", 2), sale("G", "10:30:45", 2), "{}");
        for (CommitPoint point : CommitPoint.values()) {
            Path place = folder.resolve(point.name());
            BatchRun run = new BatchRun(place);
            run.run("q", 0, 0, FIRST, CommitObserver.NONE);
            assertThrows(IllegalStateException.class, () -> run.run("q", 1, 4, SECOND, reached -> {
                if (reached == point) {
                    throw new IllegalStateException("crash");
                }
            }));
            deleteCheckpoint(place);
            int begin = (int) run.begin();
            run.run("other", 0, begin, otherwise.subList(begin - 4, 4), CommitObserver.NONE);
            assertEquals(8, OffsetPlaces.of(run).size(), point.name());
            OffsetPlaces.of(run).forEach((offset, places) -> assertTrue(PLACES.contains(places),
                    point + ": offset " + offset + " is in " + places));
        }
    }

    /** A record's event may come again with it in a batch, which the new definition takes. */
    @Test
    void aRecordThatStaysRefusedKeepsNoOtherFromSilver() throws IOException {
        BatchRun run = new BatchRun(folder);
        run.run("q", 0, 0, List.of(sale("A", "10:30:40", 9999)), CommitObserver.NONE);
        deleteCheckpoint();
        run.run("other", 0, 0, List.of(sale("A", "10:30:40", 2), sale("A", "10:30:41", 2)),
                CommitObserver.NONE);
        assertEquals(List.of("bronze", "rejected by rule"), OffsetPlaces.of(run).get(0L));
        assertEquals(List.of("bronze", "silver"), OffsetPlaces.of(run).get(1L));
    }

    private static Map<String, Integer> sizes(BatchRun run) {
        Map<String, Integer> sizes = new TreeMap<>();
        withoutBatches(run).forEach((table, rows) -> sizes.put(table, rows.size()));
        return sizes;
    }

    private static Map<String, List<String>> withoutBatches(BatchRun run) {
        Map<String, List<String>> contents = run.contents();
        contents.remove("quality.batches");
        return contents;
    }

    private void deleteCheckpoint() throws IOException {
        deleteCheckpoint(folder);
    }

    private static void deleteCheckpoint(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("checkpoint"))) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
