package deltadesk.streaming.progress;

import deltadesk.streaming.source.Checkpoint;
import deltadesk.streaming.source.KafkaOffsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.streaming.SourceProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;

/** Passes on what Spark tells about its queries; a query bears its pack's name. */
public final class QueryEvents extends StreamingQueryListener {
    private static final long IDLE_INTERVAL_NANOS = 10_000_000_000L;

    private final ProgressReporter reporter;
    private final Map<String, Checkpoint> checkpointByPack;
    private final Map<String, Long> idleReportedAt = new ConcurrentHashMap<>();
    private final Map<UUID, String> packByQueryId = new ConcurrentHashMap<>();

    /** `checkpointByPack` tells the end offsets of a query that is idle. */
    public QueryEvents(ProgressReporter reporter, Map<String, Checkpoint> checkpointByPack) {
        this.reporter = reporter;
        this.checkpointByPack = checkpointByPack;
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {
        packByQueryId.put(event.id(), event.name());
        idleReportedAt.remove(event.name());
        reporter.started(event.name(), event.id().toString(), event.runId().toString());
    }

    /** Spark tells it every second; the first is what makes a restarted query ready. */
    @Override
    public void onQueryIdle(QueryIdleEvent event) {
        String pack = packByQueryId.get(event.id());
        long now = System.nanoTime();
        Long reported = idleReportedAt.get(pack);
        if (reported != null && now - reported < IDLE_INTERVAL_NANOS) {
            return;
        }
        idleReportedAt.put(pack, now);
        Checkpoint checkpoint = checkpointByPack.get(pack);
        var committed = checkpoint.latestCommitted();
        reporter.idle(pack, committed.isPresent()
                ? checkpoint.planned(committed.getAsLong()).endOffsets() : Map.of());
    }

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        StreamingQueryProgress progress = event.progress();
        SourceProgress source = progress.sources()[0];
        if (progress.numInputRows() == 0 || source.endOffset() == null) {
            return;
        }
        reporter.progress(progress.name(), new QueryFigures(
                progress.batchId(), progress.numInputRows(), progress.inputRowsPerSecond(),
                progress.processedRowsPerSecond(), progress.durationMs(),
                KafkaOffsets.parse(source.endOffset()),
                source.latestOffset() == null ? null : KafkaOffsets.parse(source.latestOffset())));
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {
        packByQueryId.remove(event.id());
    }
}
