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
import java.util.ArrayList;
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
    /** Within it a batch is finished; after it the control center would end this process. */
    private static final long STOP_TIMEOUT_MS = 6_000;
    /** Not beside the first batches, for which somebody waits. */
    private static final long TIDY_AFTER_MS = 60_000;

    private enum Phase { STARTING, RUNNING, STOPPED }

    private final JobArguments arguments;
    private final ProgressReporter reporter;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
    private final RunningPacks running;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, ResolvedDefinition> definitions = new LinkedHashMap<>();
    /** The folders' names until the definitions are read. */
    private volatile List<String> packs;
    private final List<PackQuery> queries = new ArrayList<>();
    private final Upkeep upkeep;

    JobRun(JobArguments arguments, ProgressReporter reporter) {
        this.arguments = arguments;
        this.reporter = reporter;
        upkeep = new Upkeep(reporter);
        running = new RunningPacks(reporter, arguments.packFolders().size());
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
            running.report(packs.get(0), failure);
            return 1;
        } finally {
            ended.countDown();
        }
    }

    private int runQueries() throws Exception {
        Path dataFolder = arguments.dataFolder().toAbsolutePath().normalize();
        ScratchFolder scratch =
                ScratchFolder.create(dataFolder.resolve("run").resolve("spark"));
        // Opening the tables and bringing up the session each take seconds on a cold JVM.
        CompletableFuture<SparkSession> session = CompletableFuture.supplyAsync(() ->
                SparkSessions.create(
                        arguments.master(), scratch.own(), arguments.hasSparkUi()));
        Map<String, Checkpoint> checkpoints = new HashMap<>();
        definitions.keySet().forEach(pack -> checkpoints.put(
                pack, new Checkpoint(dataFolder.resolve("checkpoints").resolve(pack))));
        try (Lake lake = Lake.open(dataFolder.resolve("delta"));
                DeadLetterQueue deadLetters = new DeadLetterQueue(arguments.bootstrapServers())) {
            scratch.removeOthers();
            Map<String, PackTables> tables = new HashMap<>();
            try {
                definitions.forEach((pack, definition) -> running.attempt(pack, () ->
                        tables.put(pack, new PackTables(
                                lake, checkpoints.get(pack).folder(), definition.stream(),
                                arguments.vacuumAfter().orElse(null),
                                rows -> reporter.preparing(pack, rows)))));
                PackTables.warmUp(scratch.own().resolve("warm-up"));
                session.join();
                if (!phase.compareAndSet(Phase.STARTING, Phase.RUNNING)) {
                    return 0;
                }
                startQueries(session.join(), checkpoints, tables, deadLetters);
                Map<String, UpkeepPlace> places = new HashMap<>();
                queries.forEach(query -> places.putAll(query.upkeepPlaces()));
                upkeep.open(places);
                return awaitEnding(session.join());
            } finally {
                tables.values().forEach(PackTables::close);
                scratch.removeOwn();
            }
        }
    }

    private void startQueries(
            SparkSession session,
            Map<String, Checkpoint> checkpoints,
            Map<String, PackTables> tables,
            DeadLetterQueue deadLetters) throws Exception {
        SparkSessions.uiAddress(session).ifPresent(reporter::sparkUi);
        session.streams().addListener(new QueryEvents(reporter, checkpoints));
        for (Map.Entry<String, ResolvedDefinition> entry : definitions.entrySet()) {
            String pack = entry.getKey();
            if (tables.containsKey(pack)) {
                running.attempt(pack, () -> startQuery(session, new PackQuery(
                        entry.getValue(), checkpoints.get(pack), tables.get(pack), reporter,
                        deadLetters)));
            }
        }
    }

    private void startQuery(SparkSession session, PackQuery query) throws Exception {
        watch("compile", query, () -> {
            query.compile(session);
            Thread.sleep(TIDY_AFTER_MS);
            query.tidy();
        });
        query.start(session, arguments);
        queries.add(query);
        watch("watch", query, () -> {
            query.await();
            throw new IllegalStateException("The streaming query ended by itself.");
        });
    }

    /** Runs on a thread of its own; what it throws ends the query. */
    private void watch(String name, PackQuery query, RunningPacks.Work work) {
        Thread thread = new Thread(() -> {
            if (!running.attempt(query.pack(), work)) {
                endAlone(query);
            }
        }, name + "-" + query.pack());
        thread.setDaemon(true);
        thread.start();
    }

    /** What has failed beside the query leaves it running. */
    private void endAlone(PackQuery query) {
        try {
            if (!running.isOver()) {
                query.stop(STOP_TIMEOUT_MS);
            }
        } catch (Exception impatient) {
            impatient.printStackTrace();
        }
    }

    private int awaitEnding(SparkSession session) throws Exception {
        int exitCode = running.awaitExitCode();
        upkeep.end();
        try {
            for (PackQuery query : queries) {
                query.stop(STOP_TIMEOUT_MS);
            }
        } finally {
            // Nobody may be at work on a table that is closed next.
            upkeep.awaitEnd();
        }
        if (exitCode == 0) {
            running.reportStopped(packs);
        }
        session.stop();
        return exitCode;
    }
}
