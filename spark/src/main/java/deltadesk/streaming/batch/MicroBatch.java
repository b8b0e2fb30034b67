package deltadesk.streaming.batch;

import deltadesk.definition.StreamDefinition;
import deltadesk.streaming.layers.LayerRows;
import deltadesk.streaming.parse.Stage;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DeltaTable;
import java.util.List;

/**
 * One micro-batch through the tables, in an order that makes a replay safe after a crash anywhere:
 * Silver is the last row-level table, so a Silver that holds the batch means that all do; while it
 * does not, its event ids are unknown to the index and the replay decides duplicates the same.
 */
public final class MicroBatch {
    private final PackTables tables;
    private final String queryId;
    private final CommitObserver observer;

    /** `queryId` is the checkpoint's; with the batch id it makes a table's commit idempotent. */
    public MicroBatch(PackTables tables, String queryId, CommitObserver observer) {
        this.tables = tables;
        this.queryId = queryId;
        this.observer = observer;
    }

    /** `rows` are what `stream`, the batch's own definition, makes of its records. */
    public BatchResult commit(
            PlannedBatch batch, StreamDefinition stream, LayerRows rows, BatchDurations durations) {
        boolean replayed = tables.rowLevel().stream().anyMatch(table -> holds(table, batch));
        append(tables.bronze, batch, rows.bronze(), "bronze", durations);
        observer.reached(CommitPoint.BRONZE);
        DuplicateDecision.Outcome outcome = durations.measure("findDuplicates",
                () -> new DuplicateDecision(stream, tables.silver.schema()).decide(
                        rows.silver(), tables.eventIds::find, batch.plannedAtMicros()));
        append(tables.rejected, batch, rows.rejected(), "rejected", durations);
        observer.reached(CommitPoint.REJECTED);
        append(tables.duplicates, batch, outcome.duplicates(), "duplicates", durations);
        observer.reached(CommitPoint.DUPLICATES);
        boolean appended = append(tables.silver, batch, outcome.silver(), "silver", durations);
        observer.reached(CommitPoint.SILVER);
        if (appended) {
            durations.measure("eventIds", () -> {
                tables.eventIds.apply(tables.silver.version(), outcome.silver());
                return null;
            });
        }
        observer.reached(CommitPoint.EVENT_IDS);
        durations.measure("aggregates", () -> {
            List<Object[]> latest = appended ? outcome.silver() : null;
            tables.aggregates.forEach(
                    aggregate -> aggregate.catchUp(latest, batch.plannedAtMicros()));
            return null;
        });
        observer.reached(CommitPoint.AGGREGATES);
        return new BatchResult(
                batch, rows.recordCount(), rows.bronze().size(), outcome.silver().size(),
                outcome.duplicates().size(), rows.rejectedCount(Stage.PARSE),
                rows.rejectedCount(Stage.SCHEMA), rows.rejectedCount(Stage.RULE),
                tables.versions(), rows.kafkaTimestampMicros(), durations.toMap(), replayed);
    }

    /** Whether this call committed anything: not when there is nothing or it is there already. */
    private boolean append(
            DeltaTable table,
            PlannedBatch batch,
            List<Object[]> rows,
            String part,
            BatchDurations durations) {
        if (rows.isEmpty() || holds(table, batch)) {
            return false;
        }
        durations.measure(part, () -> table.append(queryId, batch.batchId(), rows));
        return true;
    }

    private boolean holds(DeltaTable table, PlannedBatch batch) {
        return table.transactionVersion(queryId).orElse(-1) >= batch.batchId();
    }
}
