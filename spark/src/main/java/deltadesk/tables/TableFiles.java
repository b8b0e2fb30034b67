package deltadesk.tables;

import io.delta.kernel.internal.actions.SetTransaction;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The live files of one table and the commits that change them. */
final class TableFiles {
    private final String name;
    private final Path folder;
    private final TableLog log;
    /** Null when not read yet, and after a failed commit. */
    private LiveFiles live;

    TableFiles(String name, Path folder, TableLog log) {
        this.name = name;
        this.folder = folder;
        this.log = log;
    }

    /** Read from the log once; later commits keep it up. */
    LiveFiles live() {
        if (live == null) {
            live = new LiveFiles(log.liveFiles());
        }
        return live;
    }

    /** Oldest first, without taking them into memory for good. */
    List<DataFile> oldestFirst() {
        return (live != null ? live : new LiveFiles(log.liveFiles())).oldestFirst();
    }

    /**
     * {@link IllegalStateException} unless the newest transaction of an application is this one, -1
     * for none, and the files are live: what was computed from them would be wrong otherwise.
     */
    void requireUnchanged(String appId, long transactionVersion, Collection<DataFile> files) {
        if (log.transactionVersion(appId).orElse(-1) != transactionVersion
                || !live().containsAll(files)) {
            throw new IllegalStateException(
                    "The table " + name + " has changed while its new rows were computed.");
        }
    }

    /**
     * One commit; `transaction` is null for one that no application makes, as a compaction.
     * {@link ForeignWriterException} when somebody else wrote that version.
     */
    void commit(
            CommitNote note,
            SetTransaction transaction,
            Collection<DataFile> added,
            Collection<DataFile> removed,
            boolean dataChange) {
        LiveFiles before = live;
        live = null;
        try {
            log.commit(note, transaction, FileActions.of(added, removed, dataChange));
        } catch (RuntimeException failure) {
            throw ForeignWriterException.explain(name, folder, failure);
        }
        if (before != null) {
            before.apply(added, removed);
            live = before;
        }
    }
}
