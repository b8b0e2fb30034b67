package deltadesk.streaming.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deltadesk.streaming.batch.MaintainedTable;
import deltadesk.streaming.control.BatchGate;
import deltadesk.streaming.progress.ProgressReporter;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.TableSchema;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands and their answers over real tables, with the gate that the batches pass. */
@Timeout(60)
class UpkeepTest {
    private static final TableSchema SCHEMA =
            new TableSchema(List.of(new ColumnSpec("id", "long")), List.of());
    @TempDir private Path folder;
    private final BatchGate gate = new BatchGate();
    private Lake lake;
    private DeltaTable silver;
    private Upkeep upkeep;
    private BufferedReader answers;

    @BeforeEach
    void open() throws Exception {
        lake = Lake.open(folder);
        silver = lake.table("silver.t", SCHEMA);
        PipedInputStream pipe = new PipedInputStream(1 << 20);
        answers = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8));
        upkeep = new Upkeep(new ProgressReporter(
                new PrintStream(new PipedOutputStream(pipe), true, StandardCharsets.UTF_8),
                Clock.systemUTC()));
    }

    @AfterEach
    void close() throws Exception {
        upkeep.end();
        upkeep.awaitEnd();
        lake.close();
    }

    private void start() {
        upkeep.open(Map.of(
                "silver.t", new UpkeepPlace(
                        new MaintainedTable(silver, true, () -> Long.MAX_VALUE), gate),
                "gold.t", new UpkeepPlace(new MaintainedTable(
                        lake.table("gold.t", SCHEMA), false, () -> Long.MAX_VALUE), gate)));
    }

    private void append(int batches) {
        for (int batch = 0; batch < batches; batch++) {
            silver.append("query", silver.version(), List.<Object[]>of(new Object[] {1L}));
        }
    }

    private void ask(String command, String id, String table) {
        upkeep.submit("{\"command\":\"" + command + "\",\"id\":\"" + id + "\",\"table\":\"" + table
                + "\",\"retentionHours\":1,\"dryRun\":false}");
    }

    /** The next line that is no progress. */
    private JsonNode answer() throws Exception {
        JsonNode line;
        do {
            line = new ObjectMapper().readTree(
                    answers.readLine().substring(ProgressReporter.PREFIX.length()));
        } while (line.get("kind").asText().equals("commandProgress"));
        return line;
    }

    @Test
    void everyLineIsAnsweredAndTheNextOneIsTaken() throws Exception {
        ask("compact", "early", "silver.t");
        assertTrue(answer().get("message").asText().contains("still starting"));
        append(5);
        start();
        upkeep.submit("nonsense");
        JsonNode nonsense = answer();
        assertEquals("commandFailed", nonsense.get("kind").asText());
        assertTrue(nonsense.get("id").isNull());
        ask("compact", "a", "silver.other");
        JsonNode other = answer();
        assertEquals("a", other.get("id").asText());
        assertEquals("The running job does not write silver.other; it writes gold.t, silver.t."
                + " Start the pipeline with the pack that has the table.",
                other.get("message").asText());
        ask("compact", "b", "silver.t");
        JsonNode compacted = answer();
        assertEquals("compacted", compacted.get("kind").asText());
        assertEquals("b", compacted.get("id").asText());
        assertEquals(5, compacted.get("filesBefore").asInt());
        assertEquals(1, compacted.get("filesAfter").asInt());
        assertEquals(6, compacted.get("tableVersion").asInt());
        ask("vacuum", "c", "silver.t");
        JsonNode vacuumed = answer();
        assertEquals("vacuumed", vacuumed.get("kind").asText());
        assertEquals(0, vacuumed.get("files").asInt(), "all of them are young");
        assertTrue(vacuumed.get("deleted").asBoolean());
        assertEquals(1, vacuumed.get("retentionHours").asInt());
        assertEquals(5, silver.readAll().size());
    }

    @Test
    void aTableThatItsWriterReplacesByTheFileIsLeftAsItIs() throws Exception {
        DeltaTable gold = lake.table("gold.t", SCHEMA);
        for (int batch = 0; batch < 3; batch++) {
            gold.append("query", batch, List.<Object[]>of(new Object[] {1L}));
        }
        start();
        ask("compact", "a", "gold.t");
        JsonNode answer = answer();
        assertEquals(3, answer.get("filesBefore").asInt());
        assertEquals(3, answer.get("filesAfter").asInt());
        assertEquals(3, gold.version());
    }

    @Test
    void aPieceWaitsForTheBatchInside() throws Exception {
        append(5);
        start();
        CompletableFuture<Void> finish = new CompletableFuture<>();
        Future<Void> batch = holdBatch(finish);
        ask("compact", "a", "silver.t");
        ask("compact", "a", "silver.t");
        assertEquals("A command with this id is under way.", answer().get("message").asText());
        assertEquals(5, silver.version(), "nothing is committed beside a batch");
        finish.complete(null);
        assertEquals(1, answer().get("filesAfter").asInt());
        batch.get();
    }

    @Test
    void aCancelEndsACommandThatWaits() throws Exception {
        append(5);
        start();
        CompletableFuture<Void> finish = new CompletableFuture<>();
        Future<Void> batch = holdBatch(finish);
        ask("compact", "first", "silver.t");
        ask("compact", "second", "silver.t");
        upkeep.submit("{\"command\":\"cancel\",\"id\":\"second\"}");
        upkeep.submit("{\"command\":\"cancel\",\"id\":\"unknown\"}");
        finish.complete(null);
        assertEquals("first", answer().get("id").asText());
        JsonNode second = answer();
        assertEquals("second", second.get("id").asText());
        assertEquals("commandFailed", second.get("kind").asText());
        batch.get();
    }

    @Test
    void aStopAnswersWhatIsUnderWayAndWaiting() throws Exception {
        IntStream.range(0, 3).forEach(each -> append(1));
        start();
        gate.close(0);
        ask("compact", "a", "silver.t");
        assertEquals(Upkeep.STOPPED, answer().get("message").asText());
        upkeep.end();
        ask("compact", "b", "silver.t");
        assertEquals(Upkeep.STOPPED, answer().get("message").asText());
        assertFalse(silver.version() > 3);
    }

    @Test
    void aStopDoesNotWaitForWorkThatWaitsForABatch() throws Exception {
        append(3);
        start();
        CompletableFuture<Void> finish = new CompletableFuture<>();
        Future<Void> batch = holdBatch(finish);
        ask("compact", "a", "silver.t");
        long beganAt = System.nanoTime();
        upkeep.end();
        assertTrue(System.nanoTime() - beganAt < 900_000_000L, "the batch is still inside");
        gate.close(0);
        finish.complete(null);
        upkeep.awaitEnd();
        assertEquals(Upkeep.STOPPED, answer().get("message").asText());
        assertEquals(3, silver.version());
        batch.get();
    }

    /** A batch inside the gate, which ends when it is let. */
    private Future<Void> holdBatch(CompletableFuture<Void> finish) {
        CompletableFuture<Void> inside = new CompletableFuture<>();
        FutureTask<Void> batch = new FutureTask<>(() -> {
            gate.pass(() -> {
                inside.complete(null);
                finish.join();
            });
            return null;
        });
        new Thread(batch).start();
        inside.join();
        return batch;
    }
}
