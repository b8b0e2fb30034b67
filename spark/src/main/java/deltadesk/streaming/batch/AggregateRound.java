package deltadesk.streaming.batch;

import deltadesk.aggregates.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings all aggregates of a pack up to Silver, two at a time: they know nothing of each other, and
 * while one writes its file the other folds.
 */
final class AggregateRound implements AutoCloseable {
    private static final int THREADS = 2;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "aggregates");
        thread.setDaemon(true);
        return thread;
    });

    /** Returns when all are done; throws the first failure once none runs any more. */
    void catchUp(
            List<Aggregate> aggregates,
            List<Object[]> latest,
            long processedAtMicros,
            CommitObserver observer) {
        List<Future<?>> running = new ArrayList<>();
        for (Aggregate aggregate : aggregates) {
            running.add(threads.submit(() -> {
                aggregate.catchUp(latest, processedAtMicros);
                observer.reached(CommitPoint.AGGREGATE);
            }));
        }
        RuntimeException failure = null;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                failure = failure != null ? failure
                        : failed.getCause() instanceof RuntimeException cause
                                ? cause : new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                running.forEach(each -> each.cancel(false));
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The aggregates were interrupted.", interrupted);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
