package deltadesk.tables;

import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.TableConfig;
import io.delta.kernel.internal.fs.Path;
import io.delta.kernel.internal.lang.Lazy;
import io.delta.kernel.internal.metrics.SnapshotQueryContext;
import io.delta.kernel.internal.replay.LogReplay;
import io.delta.kernel.internal.snapshot.LogSegment;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes the log checkpoint of a snapshot, and the snapshot that reads only that checkpoint. */
final class LogCheckpoint {
    /** Commits between two of them, unless a table says otherwise; one takes 50 to 100 ms. */
    static final int DEFAULT_INTERVAL = 100;
    static final String INTERVAL_PROPERTY = "delta.checkpointInterval";

    private LogCheckpoint() {}

    /** Whether the table's interval has passed since the newest log checkpoint. */
    static boolean isDue(SnapshotImpl snapshot) {
        long newest = snapshot.getLogSegment().getCheckpointVersionOpt().orElse(-1L);
        return snapshot.getVersion() - newest
                >= TableConfig.CHECKPOINT_INTERVAL.fromMetadata(snapshot.getMetadata());
    }

    /**
     * The same snapshot on its own new checkpoint. It is put together here, since loading it lists
     * the whole log, which grows with every commit.
     */
    static SnapshotImpl write(Engine engine, SnapshotImpl snapshot) throws IOException {
        snapshot.writeCheckpoint(engine);
        LogSegment before = snapshot.getLogSegment();
        Path file = FileNames.checkpointFileSingular(snapshot.getLogPath(), snapshot.getVersion());
        FileStatus status = engine.getFileSystemClient().getFileStatus(file.toString());
        LogSegment after = new LogSegment(
                snapshot.getLogPath(), snapshot.getVersion(), List.of(), List.of(),
                List.of(status), before.getDeltaFileAtEndVersion(), Optional.empty(),
                before.getMaxPublishedDeltaVersion());
        Lazy<LogSegment> segment = new Lazy<>(() -> after);
        return new SnapshotImpl(
                snapshot.getDataPath(), snapshot.getVersion(), segment,
                new LogReplay(
                        engine, snapshot.getDataPath(), segment, new Lazy<>(Optional::empty)),
                snapshot.getProtocol(), snapshot.getMetadata(), snapshot.getCommitter(),
                SnapshotQueryContext.forVersionSnapshot(
                        snapshot.getDataPath().toString(), snapshot.getVersion()),
                Optional.empty());
    }
}
