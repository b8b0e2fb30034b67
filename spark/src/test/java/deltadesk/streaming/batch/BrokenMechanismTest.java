package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the mechanisms of exactly once are for, seen by taking one away. */
class BrokenMechanismTest {
    private static final String BRONZE = "bronze.ventes_stream";
    private static final String SILVER = "silver.ventes_clean";
    private static final Pattern EPOCH = Pattern.compile("\\b\\d{13}(\\d{3})?\\b");
    @TempDir
    private Path folder;

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aBatchWhoseTransactionIsLostIsWrittenTwice() throws IOException {
        crashAfterBronze();
        assertEquals(2, rows(BRONZE).size());
        forgetTransactions(folder.resolve("delta/bronze/ventes_stream/_delta_log"));
        run(CommitObserver.NONE);
        assertEquals(4, rows(BRONZE).size(), "nothing but the transaction keeps a batch out");
    }

    @Test
    void aBatchWhoseTransactionIsThereIsNot() {
        crashAfterBronze();
        run(CommitObserver.NONE);
        assertEquals(2, rows(BRONZE).size());
    }

    @Test
    void aRecordThatIsSentAgainIsKeptOutByItsEventIdAlone() {
        send(0, "A");
        send(1, "A");
        assertEquals(1, rows(SILVER).size());
        send(2, "another");
        assertEquals(2, rows(SILVER).size(), "nothing but its event id keeps a record out");
    }

    /** All times in the tables are the records' and the plan's: a replay a day later is the same. */
    @Test
    void theClockOfTheMachineLeavesNoTrace() {
        long begun = Instant.now().toEpochMilli();
        run(CommitObserver.NONE);
        long ended = Instant.now().toEpochMilli();
        List<String> rows = new BatchRun(folder).contents().values().stream()
                .flatMap(List::stream).toList();
        List<Long> times = rows.stream()
                .flatMap(row -> EPOCH.matcher(row).results().map(MatchResult::group))
                .map(text -> Long.parseLong(text) / (text.length() == 16 ? 1000 : 1)).toList();
        assertTrue(times.size() > 10, "the rows hold times: " + rows);
        assertEquals(List.of(),
                times.stream().filter(time -> time >= begun && time <= ended).toList());
    }

    /** What `MicroBatchReplayTest` expects of every replay does not hold of one by the clock. */
    @Test
    void aReplayThatGoesByTheClockIsAnother() {
        run(CommitObserver.NONE);
        Map<String, List<String>> expected = new BatchRun(folder).contents();
        BatchRun replayed = new BatchRun(folder.resolve("replayed"));
        crashAfterBronze(replayed);
        run(replayed, CommitObserver.NONE);
        assertEquals(expected, replayed.contents());
        BatchRun byTheClock = new BatchRun(folder.resolve("by the clock"));
        crashAfterBronze(byTheClock);
        run(byTheClock.later(60_000_000), CommitObserver.NONE);
        assertNotEquals(expected, byTheClock.contents());
    }

    private void crashAfterBronze() {
        crashAfterBronze(new BatchRun(folder));
    }

    private static void crashAfterBronze(BatchRun batches) {
        assertThrows(Crash.class, () -> run(batches, point -> {
            if (point == CommitPoint.BRONZE) {
                throw new Crash();
            }
        }));
    }

    /** The same sale, but for its event id. */
    private void send(long batch, String eventId) {
        List<String> values = List.of(BatchRun.sale(eventId, "10:30:45", 2));
        new BatchRun(folder).run("the-query", batch, batch, values, CommitObserver.NONE);
    }

    private void run(CommitObserver observer) {
        run(new BatchRun(folder), observer);
    }

    private static void run(BatchRun batches, CommitObserver observer) {
        List<String> values = List.of(
                BatchRun.sale("A", "10:30:45", 2), BatchRun.sale("B", "10:30:46", 1));
        batches.run("the-query", 0, 0, values, observer);
    }

    private List<String> rows(String table) {
        return new BatchRun(folder).contents().get(table);
    }

    private static void forgetTransactions(Path log) throws IOException {
        try (Stream<Path> commits = Files.list(log)) {
            for (Path commit : commits.filter(file -> file.toString().endsWith(".json")).toList()) {
                List<String> kept = Files.readAllLines(commit).stream()
                        .filter(line -> !line.startsWith("{\"txn\"")).toList();
                Files.write(commit, kept);
            }
        }
    }
}
