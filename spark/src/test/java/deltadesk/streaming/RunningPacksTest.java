package deltadesk.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.definition.DefinitionException;
import deltadesk.streaming.progress.ProgressReporter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunningPacksTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RunningPacks packs = new RunningPacks(
            new ProgressReporter(
                    new PrintStream(out, true, StandardCharsets.UTF_8), Clock.systemUTC()),
            2, Clock.systemUTC());

    private static void fail(Exception failure) throws Exception {
        throw failure;
    }

    private static Exception ofOrders() {
        return new RuntimeException(
                new DefinitionException("stream.json", "pack", "it is missing", "Add it"));
    }

    private static Exception passing() {
        return new IllegalStateException("the disk is full");
    }

    /** Kind and pack of each line, and what follows a failure. */
    private String lines() {
        return out.toString(StandardCharsets.UTF_8).lines()
                .map(line -> line.replaceAll(".*\"kind\":\"(\\w+)\".*\"pack\":\"(\\w+)\"[^}]*?"
                        + "(,\"next\":\"(\\w+)\",\"retryInMs\":(\\w+))?}", "$1 $2 $4 $5").strip())
                .collect(Collectors.joining(", "));
    }

    @Test
    void aPackThatCannotBeUsedEndsAloneAndForGood() {
        packs.attempt("sales", () -> { });
        packs.repeat("orders", () -> fail(ofOrders()));
        assertFalse(packs.isOver());
        packs.requestStop();
        packs.reportStopped(List.of("sales", "orders"));
        assertEquals(0, packs.awaitExitCode());
        assertEquals("failed orders nothing null, stopped sales", lines());
    }

    @Test
    void aPackThatFailsAloneOfWhatMayPassIsBegunAnew() {
        int[] attempts = {0};
        packs.repeat("orders", () -> {
            if (++attempts[0] == 1) {
                fail(passing());
            }
            packs.runs("orders");
        });
        assertEquals(2, attempts[0]);
        packs.requestStop();
        packs.reportStopped(List.of("sales", "orders"));
        assertEquals("failed orders retry 1000, stopped sales, stopped orders", lines());
    }

    @Test
    void anEndDoesNotWaitForThePause() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        CompletableFuture<Void> life = CompletableFuture.runAsync(
                () -> packs.repeat("orders", () -> {
                    failed.countDown();
                    fail(passing());
                }));
        assertTrue(failed.await(5, TimeUnit.SECONDS));
        packs.requestStop();
        life.get(800, TimeUnit.MILLISECONDS);
    }

    @Test
    void theJobEndsWhenNoPackIsLeft() {
        packs.attempt("orders", () -> fail(ofOrders()));
        packs.repeat("sales", () -> fail(passing()));
        assertEquals(1, packs.awaitExitCode());
        assertEquals("failed orders nothing null, failed sales jobEnds null", lines());
    }

    @Test
    void whatConcernsAllPacksEndsTheJob() {
        packs.repeat("orders", () -> fail(new RuntimeException(
                new org.apache.kafka.common.errors.TimeoutException("no broker"))));
        assertEquals(1, packs.awaitExitCode());
        packs.repeat("sales", () -> fail(new IllegalStateException("interrupted by the end")));
        assertEquals("failed orders jobEnds null", lines());
    }

    @Test
    void whatAnOrderlyEndInterruptsIsNoFailure() {
        packs.requestStop();
        packs.attempt("sales", () -> fail(new InterruptedException()));
        packs.reportStopped(List.of("sales"));
        assertEquals(0, packs.awaitExitCode());
        assertEquals("stopped sales", lines());
    }
}
