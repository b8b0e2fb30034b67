package deltadesk.streaming.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BatchGateTest {
    private final BatchGate gate = new BatchGate();

    @Test
    void closingWaitsForTheBatchInside() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Thread batch = run(() -> {
            inside.countDown();
            await(finish);
        });
        inside.await();
        assertFalse(gate.close(50));
        finish.countDown();
        assertTrue(gate.close(10_000));
        batch.join();
    }

    @Test
    void aBatchAfterClosingNeverRunsAndCanBeInterrupted() throws InterruptedException {
        gate.close(0);
        AtomicBoolean ran = new AtomicBoolean();
        Thread batch = run(() -> ran.set(true));
        batch.interrupt();
        batch.join();
        assertFalse(ran.get());
    }

    private Thread run(Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                gate.pass(work);
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
