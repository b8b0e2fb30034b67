package deltadesk.streaming.batch;

import deltadesk.aggregates.Aggregate;
import deltadesk.aggregates.RowExpressions;
import deltadesk.definition.AggregateDefinition;
import deltadesk.definition.EngineColumns;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.definition.StreamDefinition;
import deltadesk.definition.TableDefinition;
import deltadesk.duplicates.EventIdIndex;
import deltadesk.streaming.layers.AggregateExpressions;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.Leftovers;
import deltadesk.tables.MaintenancePolicy;
import deltadesk.tables.TableSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.apache.spark.sql.SparkSession;

/** The tables that one pack writes, open. */
public final class PackTables implements AutoCloseable {
    /** What a batch may spend on maintenance; a step begun is ended. */
    private static final Duration MAINTENANCE = Duration.ofMillis(150);
    final String pack;
    final DeltaTable bronze;
    final DeltaTable rejected;
    final DeltaTable duplicates;
    final DeltaTable silver;
    final DeltaTable batches;
    final EventIdIndex eventIds;
    final Path spillFolder;
    private final CompletableFuture<Map<String, RowExpressions>> expressions =
            new CompletableFuture<>();
    private final Duration vacuumAfter;
    private int nextMaintained;
    final List<Aggregate> aggregates = new ArrayList<>();
    final AggregateRound aggregateRound = new AggregateRound();
    private final List<Leftovers> leftovers;

    /** As the other, keeping everything. */
    public PackTables(Lake lake, Path checkpoint, StreamDefinition stream) {
        this(lake, checkpoint, stream, null, rows -> { });
    }

    /**
     * Creates what is absent; `checkpoint` is the query's folder, where the event ids live. Of
     * row-level tables, what was replaced longer than `vacuumAfter` ago is deleted; null keeps it.
     * `onIndexed`: see {@link EventIdIndex#open}; the index is last, since it stays open.
     */
    public PackTables(
            Lake lake,
            Path checkpoint,
            StreamDefinition stream,
            Duration vacuumAfter,
            LongConsumer onIndexed) {
        this.vacuumAfter = vacuumAfter;
        pack = stream.pack();
        spillFolder = checkpoint.resolve("spilled-rows");
        Map<String, String> version = Lake.schemaVersion(stream.schemaVersion());
        bronze = lake.table("bronze." + stream.bronze().table(), schema(stream.bronze()), version);
        rejected = lake.table(QualityTables.REJECTED_NAME, QualityTables.REJECTED);
        duplicates = lake.table(QualityTables.DUPLICATES_NAME, QualityTables.DUPLICATES);
        silver = lake.table("silver." + stream.silver().table(), schema(stream.silver()), version);
        batches = lake.table(QualityTables.BATCHES_NAME, QualityTables.BATCHES);
        for (AggregateDefinition aggregate : stream.aggregates()) {
            aggregates.add(Aggregate.open(lake, AggregateSpecs.of(aggregate, stream.silver()),
                    silver, () -> expressions.join().get(aggregate.table())));
        }
        leftovers = aggregates.stream().map(each -> each.table().upkeep().leftovers()).toList();
        eventIds = EventIdIndex.open(checkpoint.resolve("event-ids"), silver,
                stream.eventIdField(), EngineColumns.KAFKA_PARTITION, EngineColumns.KAFKA_OFFSET,
                onIndexed);
    }

    /**
     * Compiles the filters and derived columns of the aggregates, by `definition`, which is the
     * newest; they wait for it. Throws {@link deltadesk.definition.DefinitionException}.
     */
    public void compileAggregates(SparkSession session, ResolvedDefinition definition) {
        try {
            Map<String, RowExpressions> compiled = new HashMap<>();
            for (AggregateDefinition aggregate : definition.stream().aggregates()) {
                compiled.put(aggregate.table(), AggregateExpressions.compile(session, definition,
                        aggregate, AggregateSpecs.of(aggregate, definition.stream().silver()),
                        silver.schema()));
            }
            expressions.complete(compiled);
        } catch (Throwable failure) {
            expressions.completeExceptionally(failure);
            throw failure;
        }
    }

    /**
     * Writes one row to a table of no use in `folder`, so that the first batch finds the writer's
     * classes loaded: a second of its time otherwise.
     */
    public static void warmUp(Path folder) {
        try (Lake lake = Lake.open(folder)) {
            Object[] row = new Object[QualityTables.REJECTED.columns().size()];
            lake.table(QualityTables.REJECTED_NAME, QualityTables.REJECTED)
                    .append("warm-up", 0, List.<Object[]>of(row));
        }
    }

    /**
     * Brings every aggregate up to Silver without a batch, which may be long in coming: one whose
     * expressions or parameters have changed is computed anew. No batch may run meanwhile; rows
     * that change get the time given, microseconds since 1970 UTC.
     */
    public void catchUpAggregates(long processedAtMicros) {
        aggregateRound.catchUp(aggregates, null, processedAtMicros, CommitObserver.NONE);
    }

    /**
     * What jobs that were ended wrote into the aggregates' folders and did not commit, which a log
     * that is cleaned does not know; of row-level tables nothing is ever deleted unasked.
     */
    public List<Leftovers> leftovers() {
        return leftovers;
    }

    /** Whose commits bear the batch id: Bronze, Silver and the tables of quality. */
    List<DeltaTable> rowLevel() {
        return List.of(bronze, rejected, duplicates, silver, batches);
    }

    /** The tables that together hold a row for every offset, some of them several. */
    Map<StoredOffsets.Place, DeltaTable> offsetTables() {
        return Map.of(StoredOffsets.Place.BRONZE, bronze, StoredOffsets.Place.REJECTED, rejected,
                StoredOffsets.Place.DUPLICATES, duplicates, StoredOffsets.Place.SILVER, silver);
    }

    /** The newest version of every table, by `<layer>.<table>`. */
    Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        rowLevel().forEach(table -> versions.put(table.name(), table.version()));
        aggregates.forEach(each -> versions.put(each.table().name(), each.table().version()));
        return versions;
    }

    /**
     * The work between two batches: compaction, log checkpoints, cleaning, until the time for it is
     * over; the next call goes on with the table after the last one served.
     */
    public void maintain() {
        long until = System.nanoTime() + MAINTENANCE.toNanos();
        List<MaintainedTable> all = maintained();
        for (int served = 0; served < all.size() && System.nanoTime() < until; served++) {
            MaintainedTable next = all.get(nextMaintained++ % all.size());
            next.table().maintain(policyOf(next), until);
        }
    }

    /** All the tables that the pack writes. */
    public List<MaintainedTable> maintained() {
        List<MaintainedTable> all = new ArrayList<>();
        rowLevel().forEach(table ->
                all.add(new MaintainedTable(table, true, () -> appliedVersion(table))));
        aggregates.forEach(aggregate -> all.add(
                new MaintainedTable(aggregate.table(), false, () -> Long.MAX_VALUE)));
        return all;
    }

    private MaintenancePolicy policyOf(MaintainedTable maintained) {
        if (!maintained.isCompacted()) {
            return MaintenancePolicy.AGGREGATE;
        }
        return vacuumAfter == null ? MaintenancePolicy.ROW_LEVEL
                : MaintenancePolicy.vacuumed(vacuumAfter, maintained.appliedVersion());
    }

    /** The version that all which follows the table's log contains. */
    private long appliedVersion(DeltaTable table) {
        return table != silver ? Long.MAX_VALUE
                : aggregates.stream().mapToLong(Aggregate::silverVersion)
                        .reduce(eventIds.silverVersion(), Math::min);
    }

    @Override
    public void close() {
        aggregateRound.close();
        eventIds.close();
    }

    private static TableSchema schema(TableDefinition table) {
        return new TableSchema(table.columns().stream()
                .map(column -> new ColumnSpec(column.name(), column.type())).toList(),
                table.partitionColumns());
    }
}
