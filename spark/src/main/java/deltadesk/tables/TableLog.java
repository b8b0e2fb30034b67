package deltadesk.tables;

import io.delta.kernel.Operation;
import io.delta.kernel.TableManager;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.TransactionImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The `_delta_log` of one table, through a snapshot that is kept from commit to commit: this
 * process is the only writer, so the log is read when it is opened and after a failure, never else.
 */
final class TableLog {
    private static final String ENGINE = "Deltadesk";
    private final Engine engine;
    private final String tablePath;
    private final LakeLock lock;
    private final Map<String, OptionalLong> transactions = new HashMap<>();
    /** Null after a failed commit, whose outcome only the log knows. */
    private SnapshotImpl snapshot;
    /** Null when the next commit leaves columns and properties as they are. */
    private Metadata metadata;

    TableLog(Engine engine, String tablePath, LakeLock lock) {
        this.engine = engine;
        this.lock = lock;
        this.tablePath = tablePath;
        snapshot();
    }

    SnapshotImpl snapshot() {
        if (snapshot == null) {
            transactions.clear();
            snapshot = (SnapshotImpl) TableManager.loadSnapshot(tablePath).build(engine);
        }
        return snapshot;
    }

    /** Newest version of an application's transactions, empty when it has none. */
    OptionalLong transactionVersion(String appId) {
        snapshot();
        return transactions.computeIfAbsent(appId, id ->
                snapshot.getLatestTransactionVersion(engine, id)
                        .map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    /** The path of a table as the Kernel writes it. */
    static String resolved(String tablePath) {
        try {
            return LakeEngine.shared().getFileSystemClient().resolvePath(tablePath);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Files of the newest version; order is nearly that of their commits. */
    List<DataFile> liveFiles() {
        List<DataFile> files = new ArrayList<>();
        ScanImpl scan = (ScanImpl) snapshot().getScanBuilder().build();
        try (CloseableIterator<Row> rows = Utils.intoRows(scan.getScanFiles(engine, true))) {
            rows.forEachRemaining(row ->
                    files.add(FileActions.dataFile(new AddFile(row.getStruct(0)))));
            Collections.reverse(files);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    /**
     * Commits the actions as the next version. The transaction is built by hand: the Kernel's
     * builder would read the log for the transaction id that is known here. No retry: a version
     * that exists already was written by someone else. `transaction` may be null.
     */
    void commit(CommitNote note, SetTransaction transaction, List<Row> actions) {
        lock.requireHeld();
        TransactionImpl commit = new TransactionImpl(
                false, snapshot().getDataPath(), Optional.of(snapshot), ENGINE,
                Operation.STREAMING_UPDATE, Optional.empty(), Optional.ofNullable(metadata), note,
                Optional.ofNullable(transaction),
                // Said here so that the Kernel does not search the log for clustering columns.
                Optional.of(List.of()), Optional.of(0), 0, System::currentTimeMillis);
        snapshot = null;
        TransactionCommitResult result = commit.commit(
                engine, CloseableIterable.inMemoryIterable(
                        Utils.toCloseableIterator(actions.iterator())));
        snapshot = result.getPostCommitSnapshot().map(SnapshotImpl.class::cast).orElse(null);
        metadata = null;
        if (transaction != null) {
            transactions.put(
                    transaction.getAppId(), OptionalLong.of(transaction.getVersion()));
        }
    }

    /**
     * Other columns or properties, which go with the next commit: so a job that fails before its
     * first batch has changed nothing. The Kernel's builder changes columns of tables with column
     * mapping alone, which old readers do not know; the transaction beneath writes any metadata.
     */
    void changeWithNextCommit(Metadata changed) {
        metadata = changed;
    }

    /** A property which goes with the next commit, as other changes of the metadata do. */
    void changeProperty(String name, String value) {
        Metadata base = metadata != null ? metadata : snapshot().getMetadata();
        if (!value.equals(base.getConfiguration().get(name))) {
            metadata = base.withMergedConfiguration(Map.of(name, value));
        }
    }

    /** Takes over a snapshot of the same version that reads less of the log. */
    void replaceSnapshot(SnapshotImpl shorter) {
        snapshot = shorter;
    }
}
