package deltadesk.streaming.batch;

import deltadesk.definition.StreamDefinition;
import deltadesk.streaming.layers.BronzeTarget;
import deltadesk.streaming.layers.LayerRows;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.TableFileWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One micro-batch through the tables, in an order that makes a replay safe after a crash anywhere:
 * Silver is the last table with rows of the batch, so a Silver that holds it means that all do;
 * while it does not, its event ids are unknown to the index and the replay decides the same again.
 * The journal follows, and with it the watermark moves on: the replay of a batch finds the one that
 * judged it first. The aggregates follow Silver's log alone.
 */
public final class MicroBatch {
    /** Rows of a table from which on two files are written side by side. */
    private static final int MANY_ROWS = 20_000;
    /**
     * Of Bronze's rows that the driver gets of each task, of which a partition has one: 80 MB of 20
     * partitions, whatever the records. The rows of Silver and the refused ones come all.
     */
    private static final int BRONZE_BLOCK_BYTES = 4 << 20;

    private final PackTables tables;
    private final String queryId;
    private final NewRows newRows;
    private final CommitObserver observer;
    private final BatchJournal journal;
    /** The batch that {@link #maxEventTimeMicros} is the state before; -1 when not read yet. */
    private long nextBatchId = -1;
    /** Null while Silver has accepted no event. */
    private Long maxEventTimeMicros;

    /**
     * `queryId` is the checkpoint's; with the batch id it makes a table's commit idempotent.
     * `stored` is what the tables held before that checkpoint.
     */
    public MicroBatch(
            PackTables tables, String queryId, StoredOffsets stored, CommitObserver observer) {
        this.tables = tables;
        this.queryId = queryId;
        newRows = new NewRows(stored, tables);
        this.observer = observer;
        journal = new BatchJournal(tables.batches, tables.pack, queryId);
    }

    /** `rows` are what `stream`, the batch's own definition, makes of its records. */
    public BatchResult commit(
            PlannedBatch batch, StreamDefinition stream, LayerRows rows, BatchDurations durations) {
        boolean replayed = tables.rowLevel().stream().anyMatch(table -> holds(table, batch));
        if (batch.batchId() != nextBatchId) {
            maxEventTimeMicros = journal.maxEventTimeBefore(batch.batchId());
        }
        LateRows lateRows = new LateRows(
                tables.aggregates, tables.silver.schema(), stream.eventTimeField());
        appendBronze(batch, rows, durations);
        observer.reached(CommitPoint.BRONZE);
        DuplicateDecision.Outcome outcome = durations.measure("findDuplicates",
                () -> new DuplicateDecision(stream, tables.silver.schema()).decide(
                        newRows.candidates(
                                rows.silver(), stream.eventIdField(), tables.eventIds::find),
                        tables.eventIds::find, batch.plannedAtMicros()));
        List<Object[]> silver = newRows.silver(outcome.silver());
        lateRows.mark(silver, maxEventTimeMicros);
        append(tables.rejected, batch, newRows.rejected(rows.rejected()), "rejected", durations);
        observer.reached(CommitPoint.REJECTED);
        append(tables.duplicates, batch, newRows.duplicates(outcome.duplicates()), "duplicates",
                durations);
        observer.reached(CommitPoint.DUPLICATES);
        boolean appended = append(tables.silver, batch, silver, "silver", durations);
        observer.reached(CommitPoint.SILVER);
        // Beside journal and aggregates, which have nothing to do with it; the next batch needs it.
        long silverVersion = tables.silver.version();
        CompletableFuture<Void> eventIds = CompletableFuture.runAsync(() -> {
            if (appended) {
                tables.eventIds.apply(silverVersion, silver);
            }
            observer.reached(CommitPoint.EVENT_IDS);
        });
        BatchCounts counts = BatchCounts.of(rows, outcome, lateRows.count(silver));
        durations.measure("journal", () -> note(batch, stream, lateRows, outcome.silver(), counts));
        observer.reached(CommitPoint.JOURNAL);
        durations.measure("aggregates", () -> {
            List<Object[]> latest = appended ? silver : null;
            tables.aggregateRound.catchUp(
                    tables.aggregates, latest, batch.plannedAtMicros(), observer);
            return null;
        });
        durations.measure("eventIds", () -> joined(eventIds));
        observer.reached(CommitPoint.AGGREGATES);
        return new BatchResult(batch, counts, tables.versions(), rows.kafkaTimestampMicros(),
                durations.toMap(), replayed);
    }

    /** Waits for a part that runs aside; throws what it threw. */
    private static <T> T joined(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Notes the batch in the journal and moves on to the state before the next one. */
    private Long note(
            PlannedBatch batch,
            StreamDefinition stream,
            LateRows lateRows,
            List<Object[]> silver,
            BatchCounts counts) {
        Long watermark = maxEventTimeMicros == null
                ? null : maxEventTimeMicros - 1000 * stream.watermarkDelayMs();
        Long newest = lateRows.maxEventTime(maxEventTimeMicros, silver);
        journal.append(batch,
                new BatchJournal.Entry(tables.silver.version(), watermark, newest, counts));
        nextBatchId = batch.batchId() + 1;
        maxEventTimeMicros = newest;
        return newest;
    }

    private void appendBronze(PlannedBatch batch, LayerRows rows, BatchDurations durations) {
        if (rows.bronzeFiles().isEmpty()) {
            append(tables.bronze, batch, rows.bronze(), "bronze", durations);
        } else {
            durations.measure("bronze", () -> {
                List<DataFile> files = new ArrayList<>(rows.bronzeFiles());
                files.addAll(tables.bronze.fileWriter().write(rows.bronze()));
                return tables.bronze.appendFiles(queryId, batch.batchId(), files);
            });
        }
    }

    /** Where the batch's rows of Bronze go: of a replay few or none are missing there. */
    public BronzeTarget bronzeTarget(PlannedBatch batch) {
        BronzeTarget.Records missing = holds(tables.bronze, batch)
                ? BronzeTarget.Records.NONE : newRows.inBronze(batch);
        return new BronzeTarget(tables.bronze.fileWriter(), missing, BRONZE_BLOCK_BYTES);
    }

    /** Whether this call committed anything: not when there is nothing or it is there already. */
    private boolean append(
            DeltaTable table,
            PlannedBatch batch,
            List<Object[]> added,
            String part,
            BatchDurations durations) {
        if (added.isEmpty() || holds(table, batch)) {
            return false;
        }
        durations.measure(part, () -> added.size() < MANY_ROWS
                ? table.append(queryId, batch.batchId(), added)
                : table.appendFiles(queryId, batch.batchId(), inTwoParts(table, added)));
        return true;
    }

    /** Files for many rows, written side by side. */
    private static List<DataFile> inTwoParts(DeltaTable table, List<Object[]> rows) {
        TableFileWriter writer = table.fileWriter();
        int middle = rows.size() / 2;
        CompletableFuture<List<DataFile>> second = CompletableFuture.supplyAsync(
                () -> writer.write(rows.subList(middle, rows.size())));
        List<DataFile> files = new ArrayList<>(writer.write(rows.subList(0, middle)));
        files.addAll(second.join());
        return files;
    }

    private boolean holds(DeltaTable table, PlannedBatch batch) {
        return table.transactionVersion(queryId).orElse(-1) >= batch.batchId();
    }
}
