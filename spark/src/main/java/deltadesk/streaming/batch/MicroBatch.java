package deltadesk.streaming.batch;

import deltadesk.definition.StreamDefinition;
import deltadesk.streaming.layers.BatchTarget;
import deltadesk.streaming.layers.BronzeTarget;
import deltadesk.streaming.layers.LayerRows;
import deltadesk.streaming.layers.SpillFolder;
import deltadesk.streaming.source.PlannedBatch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * One micro-batch through the tables, in an order that makes a replay safe after a crash anywhere:
 * Silver is the last table with rows of the batch, so a Silver that holds it means that all do;
 * while it does not, its event ids are unknown to the index and the replay decides the same again.
 * The journal follows, and with it the watermark moves on: the replay of a batch finds the one that
 * judged it first. The aggregates follow Silver's log alone.
 */
public final class MicroBatch {
    /**
     * Of Bronze's rows that the driver gets of each task, of which a partition has one: 80 MB of 20
     * partitions, whatever the records.
     */
    private static final int BRONZE_BLOCK_BYTES = 4 << 20;
    /**
     * The rows of Silver and the refused ones that the driver gets of all tasks: 150,000 sales, or
     * so much of what is larger.
     */
    private static final int OTHER_BYTES = 64 << 20;

    private final PackTables tables;
    private final BatchAppends appends;
    private final NewRows newRows;
    private final CommitObserver observer;
    private final BatchJournal journal;
    private final String queryId;
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
        appends = new BatchAppends(queryId);
        newRows = new NewRows(stored, tables);
        this.observer = observer;
        journal = new BatchJournal(tables.batches, tables.pack, queryId);
    }

    /** `rows` are what `stream`, the batch's own definition, makes of its records. */
    public BatchResult commit(
            PlannedBatch batch, StreamDefinition stream, LayerRows rows, BatchDurations durations) {
        boolean replayed =
                tables.rowLevel().stream().anyMatch(table -> appends.holds(table, batch));
        if (batch.batchId() != nextBatchId) {
            maxEventTimeMicros = journal.maxEventTimeBefore(batch.batchId());
        }
        LateRows lateRows = new LateRows(stream, tables.silver.schema());
        appendBronze(batch, rows, durations);
        observer.reached(CommitPoint.BRONZE);
        SilverCandidates candidates = new SilverCandidates(
                rows, tables.silver.schema(), stream.eventIdField());
        DuplicateDecision.Outcome outcome = durations.measure("findDuplicates",
                () -> new DuplicateDecision(stream, tables.silver.schema()).decide(
                        newRows.candidates(candidates.toDecide(), stream.eventIdField(),
                                tables.eventIds::find),
                        tables.eventIds::find, batch.plannedAtMicros()));
        List<Object[]> silver = newRows.silver(outcome.silver());
        lateRows.mark(silver, maxEventTimeMicros);
        appends.append(tables.rejected, batch, rows.rejectedPages().map(newRows::rejected),
                "rejected", durations);
        observer.reached(CommitPoint.REJECTED);
        appends.append(tables.duplicates, batch,
                Stream.of(newRows.duplicates(outcome.duplicates())), "duplicates", durations);
        observer.reached(CommitPoint.DUPLICATES);
        boolean appended = appends.append(
                tables.silver, batch, candidates.pagesOf(silver), "silver", durations);
        observer.reached(CommitPoint.SILVER);
        // Beside journal and aggregates, which have nothing to do with it; the next batch needs it.
        long silverVersion = tables.silver.version();
        CompletableFuture<Void> eventIds = CompletableFuture.runAsync(() -> {
            if (appended) {
                tables.eventIds.apply(silverVersion, silver);
            }
            observer.reached(CommitPoint.EVENT_IDS);
        });
        // Marked by what was defined then, which may be another delay than today's.
        int late = appended || !appends.holds(tables.silver, batch) ? lateRows.count(silver)
                : lateRows.count(tables.silver, queryId, batch.batchId());
        BatchCounts counts = BatchCounts.of(rows, outcome, late);
        durations.measure("journal", () -> note(batch, stream, lateRows, outcome.silver(), counts));
        observer.reached(CommitPoint.JOURNAL);
        durations.measure("aggregates", () -> {
            // Of rows that were spilled it reads in the log the columns that it needs.
            List<Object[]> latest = appended && !rows.isSpilled() ? silver : null;
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
            appends.append(tables.bronze, batch, Stream.of(rows.bronze()), "bronze", durations);
        } else {
            appends.appendFiles(
                    tables.bronze, batch, rows.bronzeFiles(), rows.bronze(), "bronze", durations);
        }
    }

    /**
     * Where the batch's rows go: of a replay few or none are missing in Bronze. What a batch that
     * was broken off has spilled goes away.
     */
    public BatchTarget target(PlannedBatch batch) {
        BronzeTarget.Records missing = appends.holds(tables.bronze, batch)
                ? BronzeTarget.Records.NONE : newRows.inBronze(batch);
        SpillFolder others = new SpillFolder(tables.spillFolder.toString(),
                OTHER_BYTES / Math.max(1, batch.endOffsets().size()));
        others.clear();
        return new BatchTarget(
                new BronzeTarget(tables.bronze.fileWriter(), missing, BRONZE_BLOCK_BYTES), others);
    }
}
