package deltadesk.streaming.batch;

import static deltadesk.streaming.batch.BatchRun.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.streaming.TestSpark;
import deltadesk.streaming.layers.SourceRows;
import deltadesk.streaming.source.PlannedBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch whose rows are too many for memory leaves the same tables behind as any other. */
class SpilledBatchTest {
    private static final List<List<String>> BATCHES = List.of(
            List.of(sale("A", "10:30:40", 2), sale("A", "10:30:41", 2), "no json",
                    sale("B", "10:30:42", 2), sale("C", "10:30:42", 9999), "{}"),
            // D and E are late, E with a warning of its own; once more D and A; three are refused.
            List.of(sale("D", "09:10:00", 2), sale("D", "09:10:01", 2), "[1]",
                    sale("A", "09:10:02", 2), sale("E", "09:20:00", 7), "{}",
                    sale("F", "10:30:43", 1), sale("G", "10:00:00", 9999)));
    /** More of them, with the property, take more time. */
    private static final int HEAVY = Integer.getInteger("heavy", 30);

    @TempDir
    private Path folder;

    @Test
    void theTablesAndTheDeadLettersAreTheSame() {
        BatchRun plain = runAll(new BatchRun(folder.resolve("plain")));
        // So few bytes that each row but a task's last one lies in a file of its own; then a few.
        for (int bytes : new int[] {1, 1_000}) {
            Path place = folder.resolve("spilled " + bytes);
            BatchRun spilled = runAll(new BatchRun(place).spilling(bytes));
            assertEquals(plain.contents(), spilled.contents());
            assertEquals(plain.deadLetters(), spilled.deadLetters());
            assertEquals(6, spilled.deadLetters().size());
            assertEquals(List.of(), spilledFiles(place));
        }
        assertEquals(2, plain.contents().get("silver.ventes_clean").stream()
                .filter(row -> row.contains("late:")).count());
    }

    @Test
    void oneThatCrashedAfterAnyStepGivesNothingTwice() {
        Map<String, List<String>> whole =
                runAll(new BatchRun(folder.resolve("whole"))).contents();
        for (CommitPoint point : CommitPoint.values()) {
            Path place = folder.resolve(point.name());
            BatchRun run = new BatchRun(place).spilling(1);
            run(run, 0, CommitObserver.NONE);
            assertThrows(IllegalStateException.class, () -> run(run, 1, reached -> {
                if (reached == point) {
                    assertTrue(spilledFiles(place).size() > 2, "nothing was spilled");
                    throw new IllegalStateException("crash");
                }
            }));
            assertTrue(run(run, 1, CommitObserver.NONE).replayed());
            assertEquals(whole, run.contents(), point.name());
        }
    }

    /** Half of them refused, half of them with a text of that size in Silver too. */
    @Test
    void recordsOfAMegabyteDoNotGoThroughTheDriverAtOnce() {
        String sale = sale("E", "10:30:45", 2).replaceFirst(
                "\"pays\"", "\"client_nom\":\"NAME\",\"pays\"");
        Dataset<Row> records = SourceRows.of(TestSpark.session(), List.of(sale), 0)
                .drop("offset")
                .crossJoin(TestSpark.session().range(0, 2L * HEAVY, 1, 2).toDF("offset"))
                .withColumn("value", functions.expr("""
                        cast(if(offset % 2 = 0, repeat(offset % 10, 1000000),
                        replace(replace(cast(value as string), '"E"', concat('"E', offset, '"')),
                        'NAME', repeat('n', 1000000))) as binary)"""))
                .select("key", "value", "topic", "partition", "offset", "timestamp");
        PlannedBatch batch = new PlannedBatch(0, 1_766_399_447_000_000L,
                new TreeMap<>(Map.of("0", 0L)), new TreeMap<>(Map.of("0", 2L * HEAVY)));
        AtomicInteger deadLetters = new AtomicInteger();
        // Two tasks: the last page is what both of them had at their ends.
        BatchResult result = new BatchRun(folder).spilling(4_000_000).run(
                "q", batch, records, CommitObserver.NONE, page -> {
                    assertTrue(page.size() <= 10, page.size() + " in memory at once");
                    deadLetters.addAndGet(page.size());
                });
        assertEquals(HEAVY, deadLetters.get());
        assertEquals(HEAVY, result.counts().rejectedParse());
        assertEquals(HEAVY, result.counts().silver());
    }

    @Test
    void whatAJobThatWasEndedHadSpilledGoes() throws IOException {
        Path left = folder.resolve("checkpoint/spilled-rows/left.rows");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half a row");
        run(new BatchRun(folder), 0, CommitObserver.NONE);
        assertEquals(List.of(), spilledFiles(folder));
    }

    private static BatchRun runAll(BatchRun run) {
        for (int batch = 0; batch < BATCHES.size(); batch++) {
            run(run, batch, CommitObserver.NONE);
        }
        return run;
    }

    private static BatchResult run(BatchRun run, int batch, CommitObserver observer) {
        return run.run("q", batch, batch * 10L, BATCHES.get(batch), observer);
    }

    private static List<Path> spilledFiles(Path folder) {
        Path spilled = folder.resolve("checkpoint/spilled-rows");
        try (var files = Files.list(spilled)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
