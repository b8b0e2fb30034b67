package deltadesk.streaming.batch;

import deltadesk.definition.DefinitionChoices;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import deltadesk.streaming.layers.BatchTarget;
import deltadesk.streaming.layers.CompiledDefinition;
import deltadesk.streaming.layers.LayerRows;
import deltadesk.streaming.layers.SourceRows;
import deltadesk.streaming.layers.SpillFolder;
import deltadesk.streaming.source.Checkpoint;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Micro-batches of the pack `sales` on real tables, each opened as a new process would. */
final class BatchRun {
    private static final ResolvedDefinition RESOLVED =
            ResolvedDefinition.read(TestSpark.salesPack());
    private static CompiledDefinition definition;
    private static SparkSession compiledIn;
    private static final long PLANNED_AT_MICROS = 1_766_399_447_000_000L;
    private final Path folder;
    private final long plannedAtMicros;
    /** Null: what the job allows. */
    private final Integer spillBytes;
    /** What the tables are by, today. */
    private ResolvedDefinition resolved = RESOLVED;
    private final List<Object[]> deadLetters = new ArrayList<>();

    BatchRun(Path folder) {
        this(folder, PLANNED_AT_MICROS, null);
    }

    private BatchRun(Path folder, long plannedAtMicros, Integer spillBytes) {
        this.folder = folder;
        this.plannedAtMicros = plannedAtMicros;
        this.spillBytes = spillBytes;
    }

    /** As if a batch had the time of the machine, so long after it was planned. */
    BatchRun later(long micros) {
        return new BatchRun(folder, plannedAtMicros + micros, spillBytes);
    }

    /** Of each task's rows of Silver and refused ones the driver gets so many, and one more row. */
    BatchRun spilling(int bytes) {
        return new BatchRun(folder, plannedAtMicros, bytes);
    }

    /** From now on tables have windows that stay open so long after the newest event. */
    BatchRun withWatermarkDelay(long ms) {
        BatchRun changed = new BatchRun(folder, plannedAtMicros, spillBytes);
        changed.resolved = ResolvedDefinition.read(TestSpark.salesPack(), new DefinitionChoices(
                Map.of(), Map.of(), Optional.empty(), OptionalLong.of(ms)));
        return changed;
    }

    static synchronized CompiledDefinition definition() {
        if (compiledIn != TestSpark.session()) {
            compiledIn = TestSpark.session();
            definition = CompiledDefinition.compile(compiledIn, RESOLVED);
        }
        return definition;
    }

    /** The values get the offsets of partition 0 from `firstOffset` on. */
    BatchResult run(
            String queryId,
            long batchId,
            long firstOffset,
            List<String> values,
            CommitObserver observer) {
        PlannedBatch batch = new PlannedBatch(batchId, plannedAtMicros + batchId,
                offsets(firstOffset), offsets(firstOffset + values.size()));
        return run(queryId, batch, SourceRows.of(TestSpark.session(), values, firstOffset),
                observer, deadLetters::addAll);
    }

    /** `queue` gets the refused rows, a page at a time. */
    BatchResult run(
            String queryId,
            PlannedBatch batch,
            Dataset<Row> records,
            CommitObserver observer,
            Consumer<List<Object[]>> queue) {
        try (Lake lake = Lake.open(folder.resolve("delta")); PackTables tables = open(lake)) {
            Checkpoint checkpoint = new Checkpoint(folder.resolve("checkpoint"));
            StoredOffsets stored = StoredOffsets.of(checkpoint, tables);
            plan(checkpoint, batch.batchId());
            MicroBatch microBatch = new MicroBatch(tables, queryId, stored, observer);
            BatchTarget target = microBatch.target(batch);
            try (LayerRows rows = definition().read(records, batch.plannedAtMicros(),
                    spillBytes == null ? target : new BatchTarget(target.bronze(),
                            new SpillFolder(target.others().path(), spillBytes)))) {
                BatchResult result = microBatch.commit(
                        batch, definition().stream(), rows, new BatchDurations());
                rows.rejectedPages().forEach(queue);
                return result;
            }
        }
    }

    /** Holds `delta` and `checkpoint`. */
    Path folder() {
        return folder;
    }

    /** What the batches gave to the dead-letter queue. */
    List<String> deadLetters() {
        return deadLetters.stream().map(Arrays::toString).toList();
    }

    /** The offset at which the query of a new checkpoint begins to read partition 0. */
    long begin() {
        try (Lake lake = Lake.open(folder.resolve("delta")); PackTables tables = open(lake)) {
            return StoredOffsets.of(new Checkpoint(folder.resolve("checkpoint")), tables)
                    .complete().getOrDefault("0", 0L);
        }
    }

    /** Notes that there is such a batch, as Spark does before it runs; what it holds is not read. */
    static void plan(Checkpoint checkpoint, long batchId) {
        Path plans = checkpoint.folder().resolve("offsets");
        try {
            Files.createDirectories(plans);
            Files.writeString(plans.resolve(Long.toString(batchId)), "v1");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TreeMap<String, Long> offsets(long offset) {
        return new TreeMap<>(Map.of("0", offset));
    }

    private PackTables open(Lake lake) {
        return open(lake, folder.resolve("checkpoint"), resolved);
    }

    /** The pack's tables, ready for batches. */
    static PackTables open(Lake lake, Path checkpoint) {
        return open(lake, checkpoint, RESOLVED);
    }

    private static PackTables open(Lake lake, Path checkpoint, ResolvedDefinition definition) {
        PackTables tables = new PackTables(lake, checkpoint, definition.stream());
        tables.compileAggregates(TestSpark.session(), definition);
        return tables;
    }

    /** A valid sale at a time such as `10:30:45` of one day, a second before it was received. */
    static String sale(String eventId, String time, int quantity) {
        return """
                {"vente_id":1,"client_id":1,"produit_id":101,"timestamp":"2025-12-22T%sZ",
                "quantite":%d,"montant":1799.98,"pays":"France","segment":"Particulier",
                "prix_unitaire":899.99,"event_id":"%s","schema_version":1}"""
                .formatted(time, quantity, eventId);
    }

    /** The rows of all tables as texts, sorted; aggregates under their names. */
    Map<String, List<String>> contents() {
        try (Lake lake = Lake.open(folder.resolve("delta")); PackTables tables = open(lake)) {
            Map<String, List<String>> contents = new TreeMap<>();
            tables.rowLevel().forEach(table -> contents.put(table.name(), rows(table)));
            tables.aggregates.forEach(
                    each -> contents.put(each.table().name(), rows(each.table())));
            return contents;
        }
    }

    private static List<String> rows(DeltaTable table) {
        List<String> rows = new ArrayList<>();
        table.readAll().forEach(row -> {
            for (int index = 0; index < row.length; index++) {
                row[index] = row[index] instanceof byte[] bytes
                        ? Arrays.toString(bytes) : row[index];
            }
            rows.add(Arrays.toString(row));
        });
        rows.sort(null);
        return rows;
    }
}
