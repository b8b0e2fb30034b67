package deltadesk.tables;

import deltadesk.launch.CrashDrill;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges small files of one table, in one commit without data change a call. Few rows are read and
 * written anew, which gives one good row group; many rows are copied by row group, over several
 * calls when need be. The merged file takes the age of its newest rows, and replaced files stay
 * on disk: a reader with an older snapshot finds them. A file that is missing or cannot be read
 * is left out until the next start: that is for `verify` to tell, and no reason to stop.
 */
final class Compactor implements AutoCloseable {
    /** Values rewritten at once: what 100 ms are enough for. */
    static final long REWRITTEN_VALUES = 300_000;
    private static final long REWRITTEN_BYTES = 8L << 20;
    private final TableParts table;
    /** Files that cannot be merged with their neighbours. */
    private final Set<String> apart = new HashSet<>();
    private StoredColumns columns;
    /** The copy under way, null when there is none. */
    private RowGroupMerge copy;
    /** The version for which there was nothing to do. */
    private long doneVersion = -1;

    Compactor(TableParts table) {
        this.table = table;
    }

    /** Works until the moment given, and a little longer to end what it began. */
    void run(long untilNanos) {
        if (table.log().snapshot().getVersion() == doneVersion) {
            return;
        }
        columns = StoredColumns.of(table, columns);
        LiveFiles live = table.files().live();
        if (copy != null && !live.containsAll(copy.inputs())) {
            close();
        }
        List<DataFile> added = new ArrayList<>();
        List<DataFile> removed = new ArrayList<>();
        while (System.nanoTime() < untilNanos) {
            List<DataFile> chosen = copy != null ? copy.inputs() : next(live, removed);
            if (chosen.isEmpty()) {
                doneVersion = removed.isEmpty() ? table.log().snapshot().getVersion() : -1;
                break;
            }
            DataFile merged = merged(chosen, untilNanos);
            if (merged != null) {
                added.add(merged.modifiedAt(newest(chosen)));
                removed.addAll(chosen);
            }
        }
        if (!removed.isEmpty()) {
            CrashDrill.reached("COMPACTION");
            table.files().commit(
                    CommitNote.ofCompaction(added, removed), null, added, removed, false);
        }
    }

    private List<DataFile> next(LiveFiles live, List<DataFile> removed) {
        Set<String> taken = new HashSet<>(apart);
        removed.forEach(file -> taken.add(file.path()));
        return CompactionPlan.next(live.oldestFirst().stream()
                .filter(file -> !taken.contains(file.path())).toList());
    }

    /** The merged file; null when it is not finished, or when the files are to stay apart. */
    private DataFile merged(List<DataFile> chosen, long untilNanos) {
        List<DataFile> missing = chosen.stream()
                .filter(file -> !Files.exists(file.in(table.folder()))).toList();
        if (!missing.isEmpty()) {
            missing.forEach(file -> apart.add(file.path()));
            close();
            return null;
        }
        try {
            if (copy == null && isSmall(chosen)) {
                return columns.rewrite(chosen);
            }
            if (copy == null) {
                copy = RowGroupMerge.begin(table.folder(), chosen);
            }
            if (copy == null) {
                apart.add(chosen.get(0).path());
            } else if (copy.advance(untilNanos)) {
                DataFile merged = columns.described(copy.file());
                copy = null;
                return merged;
            }
        } catch (RuntimeException unreadable) {
            chosen.forEach(file -> apart.add(file.path()));
            close();
        }
        return null;
    }

    private boolean isSmall(List<DataFile> files) {
        long rows = files.stream().mapToLong(DataFile::rowCount).sum();
        return rows * columns.count() <= REWRITTEN_VALUES
                && CompactionPlan.bytes(files) <= REWRITTEN_BYTES;
    }

    private static long newest(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::modifiedAtMs).max().orElseThrow();
    }

    /** Gives up a copy under way and removes what it wrote. */
    @Override
    public void close() {
        if (copy != null) {
            copy.abandon();
            copy = null;
        }
    }
}
