package deltadesk.streaming.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without a broker; with one: main/pipeline/dead-letter.integration.test.ts. */
class DeadLetterQueueTest {
    private static final int TIMEOUT_MS = 600;

    @Test
    void nothingRejectedMeansNoProducer() {
        try (DeadLetterQueue queue = new DeadLetterQueue("127.0.0.1:1")) {
            queue.send(List.of());
            assertEquals(0, producerThreads());
        }
    }

    @Test
    void aBrokerThatIsAwayIsANamedFailureAfterABoundedWait() throws IOException {
        List<Object[]> rejected = List.<Object[]>of(DeadLetterTest.row("parse", "json", "x", 1));
        // Holds the port, so that nobody else answers there, and answers nothing.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DeadLetterQueue queue = new DeadLetterQueue(
                        "127.0.0.1:" + silent.getLocalPort(), TIMEOUT_MS)) {
            DeadLetterQueueException failure = assertTimeout(Duration.ofMillis(10 * TIMEOUT_MS),
                    () -> assertThrows(
                            DeadLetterQueueException.class, () -> queue.send(rejected)));
            assertTrue(failure.getMessage().contains("127.0.0.1:" + silent.getLocalPort()));
            assertTrue(failure.getMessage().contains("table of rejected records"));
        }
        assertEquals(0, producerThreads());
    }

    private static long producerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("kafka-producer-network")).count();
    }
}
