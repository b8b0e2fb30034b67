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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunningPacksTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RunningPacks packs = new RunningPacks(new ProgressReporter(
            new PrintStream(out, true, StandardCharsets.UTF_8), Clock.systemUTC()), 2);

    private static void fail(Exception failure) throws Exception {
        throw failure;
    }

    private static Exception ofOrders() {
        return new RuntimeException(
                new DefinitionException("stream.json", "pack", "it is missing", "Add it"));
    }

    /** Kind and pack of each line. */
    private String lines() {
        return out.toString(StandardCharsets.UTF_8).lines()
                .map(line -> line.replaceAll(
                        ".*\"kind\":\"(\\w+)\".*\"pack\":\"(\\w+)\".*", "$1 $2"))
                .collect(Collectors.joining(", "));
    }

    @Test
    void aPackThatFailsAloneEndsAloneAndIsToldOnce() {
        assertTrue(packs.attempt("sales", () -> { }));
        assertFalse(packs.attempt("orders", () -> fail(ofOrders())));
        assertFalse(packs.attempt("orders", () -> fail(new IllegalStateException("again"))));
        assertFalse(packs.isOver());
        packs.requestStop();
        packs.reportStopped(List.of("sales", "orders"));
        assertEquals(0, packs.awaitExitCode());
        assertEquals("failed orders, stopped sales", lines());
    }

    @Test
    void theJobEndsWhenNoPackIsLeft() {
        packs.attempt("orders", () -> fail(ofOrders()));
        packs.attempt("sales", () -> fail(new IllegalStateException("no table")));
        assertEquals(1, packs.awaitExitCode());
        assertEquals("failed orders, failed sales", lines());
    }

    @Test
    void whatARestartMayCureEndsTheJob() {
        packs.attempt("orders", () -> fail(new RuntimeException(
                new org.apache.kafka.common.errors.TimeoutException("no broker"))));
        assertEquals(1, packs.awaitExitCode());
        packs.attempt("sales", () -> fail(new IllegalStateException("interrupted by the end")));
        assertEquals("failed orders", lines());
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
