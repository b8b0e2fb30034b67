package deltadesk.streaming.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits for a batch, and how it is ended. */
class UpkeepBesideBatchesTest extends UpkeepCase {
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
