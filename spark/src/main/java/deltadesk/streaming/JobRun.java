package deltadesk.streaming;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.batch.PackTables;
import deltadesk.streaming.deadletter.DeadLetterQueue;
import deltadesk.streaming.progress.ProgressReporter;
import deltadesk.streaming.progress.QueryEvents;
import deltadesk.streaming.source.Checkpoint;
import deltadesk.streaming.upkeep.Upkeep;
import deltadesk.streaming.upkeep.UpkeepPlace;
import deltadesk.tables.Lake;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.SparkSession;

/** The job from its arguments to its end: opens, runs the queries of all packs, stops, reports. */
final class JobRun {
    private enum Phase { STARTING, RUNNING, STOPPED }

    private final JobArguments arguments;
    private final ProgressReporter reporter;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
    private final RunningPacks running;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, ResolvedDefinition> definitions = new LinkedHashMap<>();
    /** The folders' names until the definitions are read. */
    private volatile List<String> packs;
    private final Upkeep upkeep;

    JobRun(JobArguments arguments, ProgressReporter reporter) {
        this.arguments = arguments;
        this.reporter = reporter;
        upkeep = new Upkeep(reporter);
        running = new RunningPacks(
                reporter, arguments.packFolders().size(), Clock.systemUTC());
        packs = arguments.packFolders().stream().map(PackDefinitions::folderName).toList();
    }

    /**
     * Asks for an orderly end; several requests are one. While the job still starts there is
     * nothing to wait for: `endNow` is called, from this thread.
     */
    void requestStop(Runnable endNow) {
        running.requestStop();
        if (phase.compareAndSet(Phase.STARTING, Phase.STOPPED)) {
            running.reportStopped(packs);
            ended.countDown();
            endNow.run();
        }
    }

    /** A line of stdin that asks for something else than the end. */
    void command(String line) {
        upkeep.submit(line);
    }

    /** Waits until nothing is being written any more. */
    void awaitEnd(long timeoutMs) {
        try {
            ended.await(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs until a stop is asked for (0) or no query can go on (1): the process's exit code. */
    int run() {
        try {
            definitions.putAll(PackDefinitions.read(arguments, running));
            if (running.isOver()) {
                phase.set(Phase.STOPPED);
                return running.awaitExitCode();
            }
            packs = List.copyOf(definitions.keySet());
            return runQueries();
        } catch (Throwable failure) {
            if (phase.getAndSet(Phase.STOPPED) == Phase.STOPPED) {
                return 0;
            }
            running.reportEnd(packs.get(0), failure);
            return 1;
        } finally {
            ended.countDown();
        }
    }

    private int runQueries() throws Exception {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            // Opening the tables and bringing up the session each take seconds on a cold JVM.
            return runQueries(scratch, CompletableFuture.supplyAsync(() ->
                    SparkSessions.create(
                            arguments.master(), scratch.path(), arguments.hasSparkUi())));
        }
    }

    private int runQueries(ScratchFolder scratch, CompletableFuture<SparkSession> session)
            throws Exception {
        Path dataFolder = arguments.dataFolder().toAbsolutePath().normalize();
        Map<String, Checkpoint> checkpoints = new HashMap<>();
        definitions.keySet().forEach(pack -> checkpoints.put(
                pack, new Checkpoint(dataFolder.resolve("checkpoints").resolve(pack))));
        try (Lake lake = Lake.open(dataFolder.resolve("delta"));
                DeadLetterQueue deadLetters = new DeadLetterQueue(arguments.bootstrapServers())) {
            List<PackRun> runs = definitions.entrySet().stream().map(entry -> new PackRun(
                    entry.getValue(), checkpoints.get(entry.getKey()), lake, deadLetters,
                    arguments, reporter, running)).toList();
            runs.forEach(PackRun::openAhead);
            PackTables.warmUp(scratch.path().resolve("warm-up"));
            session.join();
            if (!phase.compareAndSet(Phase.STARTING, Phase.RUNNING)) {
                return 0;
            }
            SparkSessions.uiAddress(session.join()).ifPresent(reporter::sparkUi);
            session.join().streams().addListener(new QueryEvents(reporter, checkpoints));
            runs.forEach(run -> run.begin(session.join()));
            upkeep.open(() -> places(runs));
            return awaitEnding(runs, session.join());
        }
    }

    private static Map<String, UpkeepPlace> places(List<PackRun> runs) {
        Map<String, UpkeepPlace> places = new HashMap<>();
        runs.forEach(run -> places.putAll(run.upkeepPlaces()));
        return places;
    }

    private int awaitEnding(List<PackRun> runs, SparkSession session) throws Exception {
        int exitCode = running.awaitExitCode();
        upkeep.end();
        try {
            for (PackRun run : runs) {
                run.stop();
            }
        } finally {
            // Nobody may be at work on a table of a lake that is closed next.
            upkeep.awaitEnd();
        }
        if (exitCode == 0) {
            running.reportStopped(packs);
        }
        session.stop();
        return exitCode;
    }
}
