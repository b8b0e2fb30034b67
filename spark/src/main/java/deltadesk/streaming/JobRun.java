package deltadesk.streaming;

import deltadesk.definition.DefinitionException;
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

    private enum Phase { STARTING, RUNNING, STOPPED }

    /** Why the run ends: `failure` null means that a stop was asked for. */
    private record Ending(String pack, Throwable failure) {}

    private final JobArguments arguments;
    private final ProgressReporter reporter;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
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
        packs = arguments.packFolders().stream()
                .map(folder -> folder.toAbsolutePath().normalize().getFileName().toString())
                .toList();
    }

    /**
     * Asks for an orderly end; several requests are one. While the job still starts there is
     * nothing to wait for: `endNow` is called, from this thread.
     */
    void requestStop(Runnable endNow) {
        ending.complete(new Ending(null, null));
        if (phase.compareAndSet(Phase.STARTING, Phase.STOPPED)) {
            packs.forEach(reporter::stopped);
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

    /** Runs until a stop is asked for (0) or a query fails (1): the process's exit code. */
    int run() {
        String pack = packs.get(0);
        try {
            for (Path folder : arguments.packFolders()) {
                ResolvedDefinition definition = ResolvedDefinition.read(
                        folder, arguments.parameters());
                pack = definition.stream().pack();
                if (definitions.put(pack, definition) != null) {
                    throw new DefinitionException(folder.toString(), "pack",
                            "'" + pack + "' is given twice", "Give each pack once");
                }
            }
            packs = List.copyOf(definitions.keySet());
            pack = packs.get(0);
            return runQueries();
        } catch (Throwable failure) {
            return phase.getAndSet(Phase.STOPPED) == Phase.STOPPED ? 0 : fail(pack, failure);
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
                definitions.forEach((pack, definition) -> tables.put(pack, new PackTables(
                        lake, checkpoints.get(pack).folder(), definition.stream(),
                        arguments.vacuumAfter().orElse(null))));
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
            PackQuery query = new PackQuery(entry.getValue(), checkpoints.get(pack),
                    tables.get(pack), reporter, deadLetters);
            watch("compile-" + pack, pack, () -> query.compile(session));
            query.start(session, arguments);
            queries.add(query);
            watch("watch-" + pack, pack, () -> {
                query.await();
                throw new IllegalStateException("The streaming query ended by itself.");
            });
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Runs on a thread of its own; what it throws ends the job. */
    private void watch(String threadName, String pack, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Throwable failure) {
                ending.complete(new Ending(pack, failure));
            }
        }, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    private int awaitEnding(SparkSession session) throws Exception {
        Ending end = ending.get();
        upkeep.end();
        try {
            for (PackQuery query : queries) {
                query.stop(STOP_TIMEOUT_MS);
            }
        } finally {
            // Nobody may be at work on a table that is closed next.
            upkeep.awaitEnd();
        }
        int exitCode = end.failure() == null ? 0 : fail(end.pack(), end.failure());
        if (exitCode == 0) {
            packs.forEach(reporter::stopped);
        }
        session.stop();
        return exitCode;
    }

    private int fail(String pack, Throwable failure) {
        FailureSentence sentence = FailureSentence.of(failure);
        failure.printStackTrace();
        reporter.failed(pack, sentence.code(), sentence.message());
        return 1;
    }
}
