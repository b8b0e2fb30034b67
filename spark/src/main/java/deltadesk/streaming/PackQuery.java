package deltadesk.streaming;

import deltadesk.definition.DefinitionHistory;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.definition.StreamDefinition;
import deltadesk.launch.CrashDrill;
import deltadesk.streaming.batch.BatchDurations;
import deltadesk.streaming.batch.BatchResult;
import deltadesk.streaming.batch.MicroBatch;
import deltadesk.streaming.batch.PackTables;
import deltadesk.streaming.batch.StoredOffsets;
import deltadesk.streaming.control.BatchGate;
import deltadesk.streaming.deadletter.DeadLetterQueue;
import deltadesk.streaming.layers.CompiledDefinition;
import deltadesk.streaming.layers.LayerRows;
import deltadesk.streaming.layers.SchemaWatch;
import deltadesk.streaming.progress.ProgressReporter;
import deltadesk.streaming.source.Checkpoint;
import deltadesk.streaming.source.KafkaRecords;
import deltadesk.streaming.source.StartingOffsets;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.streaming.upkeep.UpkeepPlace;
import deltadesk.tables.Leftovers;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/** The streaming query of one pack: Kafka in, one {@link MicroBatch} after the other out. */
final class PackQuery {
    private final StreamDefinition stream;
    private final Checkpoint checkpoint;
    private final PackTables tables;
    private final ProgressReporter reporter;
    private final DeadLetterQueue deadLetters;
    private final SchemaWatch schemaWatch;
    private final BatchGate gate = new BatchGate();
    private final NavigableMap<Long, CompletableFuture<CompiledDefinition>> definitions =
            new TreeMap<>();
    private final NavigableMap<Long, ResolvedDefinition> resolvedByFirstBatch = new TreeMap<>();
    private final StoredOffsets stored;
    private MicroBatch microBatch;
    private volatile long lastBatchId = -1;
    private volatile StreamingQuery query;

    /** Settles which batch uses which definition, before the first one that does. */
    PackQuery(
            ResolvedDefinition definition,
            Checkpoint checkpoint,
            PackTables tables,
            ProgressReporter reporter,
            DeadLetterQueue deadLetters) {
        this.stream = definition.stream();
        this.checkpoint = checkpoint;
        this.tables = tables;
        this.reporter = reporter;
        stored = StoredOffsets.of(checkpoint, tables);
        this.deadLetters = deadLetters;
        schemaWatch = new SchemaWatch(stream);
        OptionalLong planned = checkpoint.latestPlanned();
        boolean pending = planned.isPresent() && !checkpoint.isCommitted(planned.getAsLong());
        new DefinitionHistory(checkpoint.folder())
                .take(definition, planned.orElse(-1) + 1, pending)
                .forEach((first, resolved) -> {
                    resolvedByFirstBatch.put(first, resolved);
                    definitions.put(first, new CompletableFuture<>());
                });
    }

    /**
     * Compiles the definitions, oldest first, while the query finds its offsets: both take seconds
     * on a cold JVM. A batch waits for its own. Then the aggregates are brought up to Silver, since
     * no record may come for long. Throws what is wrong with a definition, or ended an aggregate.
     */
    void compile(SparkSession session) throws InterruptedException {
        definitions.forEach((first, compiled) -> {
            try {
                compiled.complete(CompiledDefinition.compile(
                        session, resolvedByFirstBatch.get(first), stream));
            } catch (Throwable failure) {
                compiled.completeExceptionally(failure);
                throw failure;
            }
        });
        tables.compileAggregates(session, resolvedByFirstBatch.lastEntry().getValue());
        definitions.lastEntry().getValue().join().warmUp(session);
        gate.between(() -> tables.catchUpAggregates(1000 * System.currentTimeMillis()));
    }

    /**
     * Deletes what elder jobs left behind without a commit. Once, beside the batches: to list the
     * folder of a full day takes a second.
     */
    void tidy() throws InterruptedException {
        try {
            tables.leftovers().forEach(Leftovers::find);
            // What a batch under way has written is in a version when it has ended.
            if (gate.between(() -> { })) {
                tables.leftovers().forEach(Leftovers::delete);
            }
        } catch (RuntimeException untidy) {
            // A vacuum does the same; no query must end for it.
            untidy.printStackTrace();
        }
    }

    /** Starts the query; it reads from where its checkpoint stands. */
    void start(SparkSession session, JobArguments arguments) throws TimeoutException {
        long maxOffsets =
                arguments.maxOffsetsPerTrigger().orElse(stream.maxOffsetsPerTrigger());
        long triggerMs = arguments.triggerMs().orElse(stream.triggerIntervalMs());
        String startingOffsets = StartingOffsets.choose(
                checkpoint, stream, arguments.bootstrapServers(),
                stored.isEmpty() ? null : stored.complete());
        query = KafkaRecords.read(session, stream, arguments.bootstrapServers(), startingOffsets,
                        maxOffsets)
                .writeStream()
                .queryName(stream.pack())
                .trigger(Trigger.ProcessingTime(triggerMs))
                // A Hadoop path is not percent-decoded: a URI would name another folder.
                .option("checkpointLocation", new Path(checkpoint.folder().toUri()).toString())
                .foreachBatch((Dataset<Row> batch, Long batchId) ->
                        gate.pass(() -> run(batch, batchId)))
                .start();
    }

    private void run(Dataset<Row> records, long batchId) {
        if (microBatch == null) {
            microBatch = new MicroBatch(
                    tables, checkpoint.queryId(), stored,
                    point -> CrashDrill.reached(point.name()));
        }
        BatchDurations durations = new BatchDurations();
        PlannedBatch batch = checkpoint.planned(batchId);
        CompiledDefinition definition = definitions.floorEntry(batchId).getValue().join();
        try (LayerRows rows = durations.measure("read",
                () -> definition.read(records, batch.plannedAtMicros(),
                        microBatch.target(batch)))) {
            schemaWatch.take(rows).forEach(
                    change -> reporter.schemaChange(stream.pack(), change));
            BatchResult result = microBatch.commit(batch, definition.stream(), rows, durations);
            // Before Spark notes the batch as finished: after a crash it is read and sent again.
            rows.rejectedPages().forEach(deadLetters::send);
            reporter.batch(stream.pack(), result);
        }
        tables.maintain();
        lastBatchId = batchId;
    }

    /** The pack's name, which is the query's. */
    String pack() {
        return stream.pack();
    }

    /** The tables that the query writes, by their names. */
    Map<String, UpkeepPlace> upkeepPlaces() {
        Map<String, UpkeepPlace> places = new HashMap<>();
        tables.maintained().forEach(one ->
                places.put(one.table().name(), new UpkeepPlace(one, gate)));
        return places;
    }

    /** Waits until the query ends; throws what made it fail. */
    void await() throws Exception {
        query.awaitTermination();
    }

    /** Stops between two batches; a batch that takes longer than `timeoutMs` is interrupted. */
    void stop(long timeoutMs) throws InterruptedException, TimeoutException {
        gate.close(timeoutMs);
        if (query == null || !query.isActive()) {
            return;
        }
        // Spark notes a finished batch just after it: stopping before that would replay it.
        long deadline = System.nanoTime() + 1_000_000_000L;
        while (lastBatchId >= 0 && !checkpoint.isCommitted(lastBatchId)
                && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        query.stop();
    }
}
