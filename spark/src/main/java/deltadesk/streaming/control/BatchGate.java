package deltadesk.streaming.control;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets micro-batches through one at a time until it is closed: stopping a Spark query interrupts
 * its thread wherever it is, so the job closes the gate first and stops the query between batches.
 */
public final class BatchGate {
    private final Semaphore passage = new Semaphore(1, true);
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean closed;

    /** Runs `batch`; once the gate is closed it waits here until the thread is interrupted. */
    public void pass(Runnable batch) throws InterruptedException {
        if (closed) {
            never.await();
        }
        passage.acquire();
        try {
            if (!closed) {
                batch.run();
                return;
            }
        } finally {
            passage.release();
        }
        never.await();
    }

    /** Runs `work` between two batches, which wait for its end; false when the gate is closed. */
    public boolean between(Runnable work) throws InterruptedException {
        passage.acquire();
        try {
            if (closed) {
                return false;
            }
            work.run();
            return true;
        } finally {
            passage.release();
        }
    }

    /** Closes the gate and waits for the batch inside; false when it took longer. */
    public boolean close(long timeoutMs) throws InterruptedException {
        closed = true;
        boolean isEmpty = passage.tryAcquire(timeoutMs, TimeUnit.MILLISECONDS);
        if (isEmpty) {
            passage.release();
        }
        return isEmpty;
    }
}
