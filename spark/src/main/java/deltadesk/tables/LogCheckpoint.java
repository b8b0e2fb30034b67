package deltadesk.tables;

import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.TableConfig;
import io.delta.kernel.internal.checkpoints.CheckpointMetaData;
import io.delta.kernel.internal.checkpoints.Checkpointer;
import io.delta.kernel.internal.checksum.CRCInfo;
import io.delta.kernel.internal.checksum.ChecksumWriter;
import io.delta.kernel.internal.fs.Path;
import io.delta.kernel.internal.lang.Lazy;
import io.delta.kernel.internal.metrics.SnapshotQueryContext;
import io.delta.kernel.internal.replay.CreateCheckpointIterator;
import io.delta.kernel.internal.replay.LogReplay;
import io.delta.kernel.internal.snapshot.LogSegment;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;

/**
 * Writes the log checkpoint of a snapshot, its checksum (Delta protocol, "Version Checksum File"),
 * and the snapshot that reads only that checkpoint. Other versions have no checksum: it would be a
 * second file for every commit, while a checkpoint's spares readers a look into the Parquet file.
 */
final class LogCheckpoint {
    /** Commits between two of them, unless a table says otherwise; one takes 50 to 100 ms. */
    static final int DEFAULT_INTERVAL = 100;
    static final String INTERVAL_PROPERTY = "delta.checkpointInterval";

    private LogCheckpoint() {}

    /** Commits since the newest in intervals of the table: one is due from 1 on. */
    static double dueness(SnapshotImpl snapshot) {
        long newest = snapshot.getLogSegment().getCheckpointVersionOpt().orElse(-1L);
        return (double) (snapshot.getVersion() - newest)
                / TableConfig.CHECKPOINT_INTERVAL.fromMetadata(snapshot.getMetadata());
    }

    /**
     * The same snapshot on its own new checkpoint. It is put together here, since loading it lists
     * the whole log, which grows with every commit; the Kernel's own method would in addition
     * clean the log by listing it, and leave behind what the cleaned versions removed.
     */
    static SnapshotImpl write(Engine engine, SnapshotImpl snapshot, LiveFiles live)
            throws IOException {
        Path file = FileNames.checkpointFileSingular(snapshot.getLogPath(), snapshot.getVersion());
        try (CreateCheckpointIterator actions = snapshot.getCreateCheckpointIterator(engine)) {
            engine.getParquetHandler().writeParquetFileAtomically(file.toString(), actions);
        } catch (IOException failure) {
            boolean isThereAlready = failure instanceof FileAlreadyExistsException
                    || failure.getCause() instanceof FileAlreadyExistsException;
            if (!isThereAlready) {
                throw failure;
            }
            // Written just before a crash: it says the same.
        }
        new ChecksumWriter(snapshot.getLogPath()).writeCheckSum(engine, new CRCInfo(
                snapshot.getVersion(), snapshot.getMetadata(), snapshot.getProtocol(),
                live.sizeBytes(), live.size(), Optional.empty(), Optional.empty(),
                Optional.empty()));
        // Its size is a hint to readers that none of them needs.
        new Checkpointer(snapshot.getLogPath()).writeLastCheckpointFile(
                engine, new CheckpointMetaData(
                        snapshot.getVersion(), live.size(), Optional.empty()));
        return on(engine, snapshot, engine.getFileSystemClient().getFileStatus(file.toString()));
    }

    private static SnapshotImpl on(Engine engine, SnapshotImpl snapshot, FileStatus checkpoint) {
        LogSegment before = snapshot.getLogSegment();
        LogSegment after = new LogSegment(
                snapshot.getLogPath(), snapshot.getVersion(), List.of(), List.of(),
                List.of(checkpoint), before.getDeltaFileAtEndVersion(), Optional.empty(),
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
