package deltadesk.streaming;

import deltadesk.streaming.deadletter.DeadLetterQueueException;
import deltadesk.streaming.progress.ProgressReporter;
import deltadesk.streaming.progress.ProgressReporter.AfterFailure;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which packs of the job have failed, and how the job ends. A pack that fails alone ends alone, and
 * the others go on (floor S4-7): a definition, a table or a topic that cannot be used is nobody
 * else's matter. What may pass is tried again, the pack alone, or with the job when it fails all.
 */
final class RunningPacks {
    private final ProgressReporter reporter;
    private final int count;
    private final Clock clock;
    private final Set<String> failed = new HashSet<>();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** `count` is how many packs the job was given. */
    RunningPacks(ProgressReporter reporter, int count, Clock clock) {
        this.reporter = reporter;
        this.count = count;
        this.clock = clock;
    }

    /** Something that a pack needs done. */
    interface Work {
        void run() throws Exception;
    }

    /** Does it once: what it throws is the pack's failure, for good. */
    void attempt(String pack, Work work) {
        try {
            work.run();
        } catch (Throwable failure) {
            fail(pack, failure, null);
        }
    }

    /** Does it again after each failure that may pass, until the job ends or no longer. */
    void repeat(String pack, Work work) {
        RetryPauses pauses = new RetryPauses();
        OptionalLong pauseMs = OptionalLong.of(0);
        while (pauseMs.isPresent() && !isOverWithin(pauseMs.getAsLong())) {
            try {
                work.run();
                return;
            } catch (Throwable failure) {
                pauseMs = fail(pack, failure, pauses);
            }
        }
    }

    /**
     * Reports a failure of a pack, before the job ends, and how long to wait before the next
     * attempt; empty when there is none. What an end interrupts is no failure.
     */
    private synchronized OptionalLong fail(String pack, Throwable failure, RetryPauses pauses) {
        if (exitCode.isDone()) {
            return OptionalLong.empty();
        }
        failed.add(pack);
        FailureSentence sentence = FailureSentence.of(failure);
        failure.printStackTrace();
        if (failed.size() == count || isOfAll(failure)) {
            reporter.failed(pack, sentence.code(), sentence.message(), AfterFailure.JOB_ENDS);
            exitCode.complete(1);
            return OptionalLong.empty();
        }
        OptionalLong pauseMs = pauses == null || !sentence.mayPass()
                ? OptionalLong.empty() : pauses.next(clock.millis());
        reporter.failed(pack, sentence.code(), sentence.message(), pauseMs.isEmpty()
                ? AfterFailure.NOTHING : AfterFailure.retryIn(pauseMs.getAsLong()));
        return pauseMs;
    }

    /** Reports a failure of the job as one of that pack. */
    void reportEnd(String pack, Throwable failure) {
        FailureSentence sentence = FailureSentence.of(failure);
        failure.printStackTrace();
        reporter.failed(pack, sentence.code(), sentence.message(), AfterFailure.JOB_ENDS);
    }

    /** The broker does not answer, or memory has run out: with the job everything begins anew. */
    private static boolean isOfAll(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeadLetterQueueException || cause instanceof OutOfMemoryError
                    || cause instanceof TimeoutException
                    || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** The pack's query was started: if it had failed, it is one of those that run again. */
    synchronized void runs(String pack) {
        failed.remove(pack);
    }

    /** An orderly end; several requests are one. */
    void requestStop() {
        exitCode.complete(0);
    }

    /** Whether the job ends. */
    boolean isOver() {
        return exitCode.isDone();
    }

    private boolean isOverWithin(long timeoutMs) {
        try {
            exitCode.get(timeoutMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (InterruptedException | ExecutionException ended) {
            return true;
        }
    }

    /** Waits for it: 0 after a request, 1 when no pack is left or the job is to be restarted. */
    int awaitExitCode() {
        return exitCode.join();
    }

    /** Reports those of the packs that ran up to an orderly end. */
    synchronized void reportStopped(Collection<String> packs) {
        packs.stream().filter(pack -> !failed.contains(pack)).forEach(reporter::stopped);
    }
}
