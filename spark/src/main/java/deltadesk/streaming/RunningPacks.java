package deltadesk.streaming;

import deltadesk.streaming.deadletter.DeadLetterQueueException;
import deltadesk.streaming.progress.ProgressReporter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Which packs of the job have failed, and how the job ends. A pack that fails alone ends alone, and
 * the others go on (floor S4-7): a definition, a table or a topic that cannot be used is nobody
 * else's matter. What a restart of the job may cure ends the job, which is then restarted.
 */
final class RunningPacks {
    private final ProgressReporter reporter;
    private final int count;
    private final Set<String> failed = new HashSet<>();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** `count` is how many packs the job was given. */
    RunningPacks(ProgressReporter reporter, int count) {
        this.reporter = reporter;
        this.count = count;
    }

    /** Something that a pack needs done. */
    interface Work {
        void run() throws Exception;
    }

    /** Whether it went well; what it throws is the pack's failure. */
    boolean attempt(String pack, Work work) {
        try {
            work.run();
            return true;
        } catch (Throwable failure) {
            fail(pack, failure);
            return false;
        }
    }

    /** Reports the first failure of a pack, before the job ends; what an end interrupts is none. */
    private synchronized void fail(String pack, Throwable failure) {
        if (exitCode.isDone() || !failed.add(pack)) {
            return;
        }
        report(pack, failure);
        if (failed.size() == count || mayPass(failure)) {
            exitCode.complete(1);
        }
    }

    /** Reports a failure of the job as one of that pack. */
    void report(String pack, Throwable failure) {
        FailureSentence sentence = FailureSentence.of(failure);
        failure.printStackTrace();
        reporter.failed(pack, sentence.code(), sentence.message());
    }

    /** The broker does not answer, or memory has run out: with the job everything begins anew. */
    private static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeadLetterQueueException || cause instanceof OutOfMemoryError
                    || cause instanceof TimeoutException
                    || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** An orderly end; several requests are one. */
    void requestStop() {
        exitCode.complete(0);
    }

    /** Whether the job ends. */
    boolean isOver() {
        return exitCode.isDone();
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
