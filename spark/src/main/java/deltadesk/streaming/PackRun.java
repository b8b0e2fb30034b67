package deltadesk.streaming;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.batch.PackTables;
import deltadesk.streaming.deadletter.DeadLetterQueue;
import deltadesk.streaming.progress.ProgressReporter;
import deltadesk.streaming.source.Checkpoint;
import deltadesk.streaming.upkeep.UpkeepPlace;
import deltadesk.tables.Lake;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;

/**
 * One pack of the job from its tables to its end, on a thread of its own: starts the query, watches
 * it, and begins anew with tables opened again when it failed of something that may pass.
 */
final class PackRun {
    /** Within it a batch is finished; after it the control center would end this process. */
    private static final long STOP_TIMEOUT_MS = 6_000;
    /** Once its query has ended, a pack has little left to do. */
    private static final long END_TIMEOUT_MS = 2_000;
    /** Not beside the first batches, for which somebody waits. */
    private static final long TIDY_AFTER_MS = 60_000;
    private final ResolvedDefinition definition;
    private final Checkpoint checkpoint;
    private final Lake lake;
    private final DeadLetterQueue deadLetters;
    private final JobArguments arguments;
    private final ProgressReporter reporter;
    private final RunningPacks running;
    /** Null while they are not open. */
    private PackTables tables;
    /** Null while there is none. */
    private volatile PackQuery query;
    private Thread thread;

    PackRun(
            ResolvedDefinition definition,
            Checkpoint checkpoint,
            Lake lake,
            DeadLetterQueue deadLetters,
            JobArguments arguments,
            ProgressReporter reporter,
            RunningPacks running) {
        this.definition = definition;
        this.checkpoint = checkpoint;
        this.lake = lake;
        this.deadLetters = deadLetters;
        this.arguments = arguments;
        this.reporter = reporter;
        this.running = running;
    }

    private String pack() {
        return definition.stream().pack();
    }

    /** Opens the tables while the session still comes up; the first attempt meets what fails. */
    void openAhead() {
        try {
            openTables();
        } catch (RuntimeException metAgain) {
            tables = null;
        }
    }

    private void openTables() {
        tables = new PackTables(lake, checkpoint.folder(), definition.stream(),
                arguments.vacuumAfter().orElse(null), rows -> reporter.preparing(pack(), rows));
    }

    /** Returns at once; what goes wrong from now on {@link RunningPacks} knows. */
    void begin(SparkSession session) {
        thread = inBackground("pack", () -> running.repeat(pack(), () -> attempt(session)));
    }

    /** One life of the query; throws what ended it. */
    private void attempt(SparkSession session) throws Exception {
        try {
            if (tables == null) {
                openTables();
            }
            PackQuery begun = new PackQuery(definition, checkpoint, tables, reporter, deadLetters);
            query = begun;
            CompletableFuture<Void> end = new CompletableFuture<>();
            watch("compile", end, () -> {
                begun.compile(session);
                Thread.sleep(TIDY_AFTER_MS);
                begun.tidy();
            });
            begun.start(session, arguments);
            running.runs(pack());
            watch("watch", end, () -> {
                begun.await();
                throw new IllegalStateException("The streaming query ended by itself.");
            });
            end.get();
        } catch (ExecutionException ended) {
            throw ended.getCause() instanceof Exception cause
                    ? cause : new ExecutionException(ended.getCause());
        } finally {
            endAttempt();
        }
    }

    /** Runs on a thread of its own; what it throws is the end of the attempt. */
    private void watch(String name, CompletableFuture<Void> end, RunningPacks.Work work) {
        inBackground(name, () -> {
            try {
                work.run();
            } catch (Throwable failure) {
                end.completeExceptionally(failure);
            }
        });
    }

    private Thread inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name + "-" + pack());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What has failed beside the query leaves it running. */
    private void endAttempt() {
        try {
            stopQuery();
        } catch (TimeoutException | InterruptedException impatient) {
            impatient.printStackTrace();
        }
        query = null;
        if (tables != null) {
            tables.close();
            tables = null;
        }
    }

    private void stopQuery() throws InterruptedException, TimeoutException {
        PackQuery begun = query;
        if (begun != null) {
            begun.stop(STOP_TIMEOUT_MS);
        }
    }

    /** The tables that the query writes, by their names; none while there is no query. */
    Map<String, UpkeepPlace> upkeepPlaces() {
        PackQuery begun = query;
        return begun == null ? Map.of() : begun.upkeepPlaces();
    }

    /** Once the job is to end: stops the query between two batches and closes the tables. */
    void stop() throws InterruptedException, TimeoutException {
        stopQuery();
        if (thread != null) {
            thread.join(END_TIMEOUT_MS);
        }
    }
}
