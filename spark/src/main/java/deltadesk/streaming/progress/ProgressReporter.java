package deltadesk.streaming.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import deltadesk.streaming.batch.BatchCounts;
import deltadesk.streaming.batch.BatchResult;
import deltadesk.streaming.layers.SchemaChange;
import deltadesk.tables.CompactionResult;
import deltadesk.tables.VacuumResult;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * One JSON line per fact on stdout, prefixed `@progress `; the control center reads them. The
 * fields of each kind are fixed in `main/contract/streaming.ts` and `job-command.ts`.
 */
public final class ProgressReporter {
    /** Begins every line that is a fact. */
    public static final String PREFIX = "@progress ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final Clock clock;

    /** `out` is the process's real stdout, on which nothing else may be written. */
    public ProgressReporter(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** The index of event ids is built anew, and has so many rows of Silver by now. */
    public void preparing(String pack, long rows) {
        print(line("preparing", pack).put("rows", rows));
    }

    /** The query runs; `queryId` survives restarts, `runId` does not. */
    public void started(String pack, String queryId, String runId) {
        print(line("started", pack).put("queryId", queryId).put("runId", runId));
    }

    /** The query has found nothing new; `endOffsets` are those of the last finished batch. */
    public void idle(String pack, Map<String, Long> endOffsets) {
        ObjectNode line = line("idle", pack);
        line.set("endOffsets", JSON.valueToTree(endOffsets));
        print(line);
    }

    /** The last aggregate of a batch is committed. */
    public void batch(String pack, BatchResult result) {
        ObjectNode line = line("batch", pack).put("batchId", result.batch().batchId());
        line.set("endOffsets", JSON.valueToTree(result.batch().endOffsets()));
        ObjectNode rows = line.putObject("rows");
        BatchCounts counts = result.counts();
        rows.put("input", counts.input()).put("bronze", counts.bronze());
        rows.put("silver", counts.silver()).put("duplicates", counts.duplicates());
        rows.put("late", counts.late());
        rows.putObject("rejected").put("parse", counts.rejectedParse())
                .put("schema", counts.rejectedSchema()).put("rule", counts.rejectedRule());
        line.set("tableVersions", JSON.valueToTree(result.tableVersions()));
        line.set("latencyMs", JSON.valueToTree(
                LatencyQuantiles.of(result.kafkaTimestampMicros(), clock.millis() * 1000)));
        line.set("durationMs", JSON.valueToTree(result.durationMs()));
        print(line.put("replayed", result.replayed()));
    }

    /** The incoming records have other fields than the definition, told before tables change. */
    public void schemaChange(String pack, SchemaChange change) {
        print(line("schemaChange", pack).put("change", change.isNew() ? "new" : "missing")
                .put("field", change.field()).put("partition", change.partition())
                .put("offset", change.offset()));
    }

    /** Spark's own figures of a finished batch; a rate that cannot be told yet is 0. */
    public void progress(String pack, QueryFigures figures) {
        ObjectNode line = line("progress", pack).put("batchId", figures.batchId());
        line.put("numInputRows", figures.inputRows());
        line.put("inputRowsPerSecond", finite(figures.inputRowsPerSecond()));
        line.put("processedRowsPerSecond", finite(figures.processedRowsPerSecond()));
        line.set("durationMs", JSON.valueToTree(figures.durationMs()));
        line.set("endOffsets", JSON.valueToTree(figures.endOffsets()));
        line.set("latestOffsets", JSON.valueToTree(figures.latestOffsets()));
        print(line);
    }

    /** What follows the failure of a pack; `retryInMs` is null but where it is begun anew. */
    public record AfterFailure(String next, Long retryInMs) {
        /** The job ends with exit code 1, and a new one may do better. */
        public static final AfterFailure JOB_ENDS = new AfterFailure("jobEnds", null);
        /** The job goes on with its other packs. */
        public static final AfterFailure NOTHING = new AfterFailure("nothing", null);

        /** So does this one, after a pause. */
        public static AfterFailure retryIn(long pauseMs) {
            return new AfterFailure("retry", pauseMs);
        }
    }

    /** The pack's query has ended. */
    public void failed(String pack, String code, String message, AfterFailure after) {
        print(line("failed", pack).put("code", code).put("message", message)
                .put("next", after.next()).put("retryInMs", after.retryInMs()));
    }

    /** The query was stopped after a finished batch, as asked. */
    public void stopped(String pack) {
        print(line("stopped", pack));
    }

    /** Spark serves its own pages there. */
    public void sparkUi(String address) {
        print(head("sparkUi").put("address", address));
    }

    /** A command has done so much of what it found to do. */
    public void commandProgress(String id, long done, long of) {
        print(answer("commandProgress", id).put("done", done).put("of", of));
    }

    /** A compaction is done; no batch waited longer for it than `longestWaitMs`. */
    public void compacted(String id, CompactionResult result, long longestWaitMs) {
        print(answer("compacted", id).put("table", result.tableName())
                .put("filesBefore", result.filesBefore()).put("filesAfter", result.filesAfter())
                .put("bytesBefore", result.bytesBefore()).put("bytesAfter", result.bytesAfter())
                .put("tableVersion", result.version()).put("longestWaitMs", longestWaitMs));
    }

    /** A vacuum is done, or has listed what it would delete. */
    public void vacuumed(String id, VacuumResult result, long retentionHours) {
        print(answer("vacuumed", id).put("table", result.tableName())
                .put("files", result.files().size()).put("sizeBytes", result.sizeBytes())
                .put("deleted", result.isDeleted()).put("retentionHours", retentionHours)
                .put("tableVersion", result.version()).put("keptFromVersion", result.keptFrom()));
    }

    /** A command was not done, or a line was none; `id` is null where the line names none. */
    public void commandFailed(String id, String message) {
        print(answer("commandFailed", id).put("message", message));
    }

    private ObjectNode line(String kind, String pack) {
        return head(kind).put("pack", pack);
    }

    private ObjectNode answer(String kind, String id) {
        return head(kind).put("id", id);
    }

    private ObjectNode head(String kind) {
        return JSON.createObjectNode().put("kind", kind).put("atMs", clock.millis());
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private synchronized void print(ObjectNode line) {
        out.print(PREFIX + line + "\n");
        out.flush();
    }
}
