package deltadesk.tables;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one file of several of one table, in their order. Few rows are read and written anew, which
 * gives one good row group; many rows are copied by row group, over several calls when need be. The
 * merged file takes the age of its newest rows. A file that is missing or cannot be read stays
 * apart until the next start: that is for `verify` to tell, and no reason to stop.
 */
final class FileMerger implements AutoCloseable {
    /** Values rewritten at once: what 100 ms are enough for. */
    private static final long REWRITTEN_VALUES = 300_000;
    /** The same in bytes: a value counts as so many when it is stored in fewer. */
    static final long REWRITTEN_WEIGHT = 8L << 20;
    private final TableParts table;
    /** Files that cannot be merged with their neighbours. */
    private final Set<String> apart = new HashSet<>();
    private StoredColumns columns;
    /** The copy under way, null when there is none. */
    private RowGroupMerge copy;

    FileMerger(TableParts table) {
        this.table = table;
    }

    /** Before merging in a newer version: its columns, and no copy of a file that it lacks. */
    void follow(LiveFiles live) {
        columns = StoredColumns.of(table, columns);
        if (copy != null && !live.containsAll(copy.inputs())) {
            close();
        }
    }

    boolean isApart(DataFile file) {
        return apart.contains(file.path());
    }

    /** The files of the copy under way, which is to be ended first; empty when there is none. */
    List<DataFile> underWay() {
        return copy == null ? List.of() : copy.inputs();
    }

    /** The merged file; null when it is not finished, or when the files are to stay apart. */
    DataFile merged(List<DataFile> chosen, long untilNanos) {
        List<DataFile> missing = chosen.stream()
                .filter(file -> !Files.exists(file.in(table.folder()))).toList();
        if (!missing.isEmpty()) {
            missing.forEach(file -> apart.add(file.path()));
            close();
            return null;
        }
        try {
            if (copy == null && isRewritten(chosen)) {
                return columns.rewrite(chosen).modifiedAt(newest(chosen));
            }
            if (copy == null) {
                copy = RowGroupMerge.begin(table.folder(), chosen);
            }
            if (copy == null) {
                apart.add(chosen.get(0).path());
            } else if (copy.advance(untilNanos)) {
                DataFile merged = columns.described(copy.file());
                copy = null;
                return merged.modifiedAt(newest(chosen));
            }
        } catch (RuntimeException unreadable) {
            chosen.forEach(file -> apart.add(file.path()));
            close();
        }
        return null;
    }

    /** What it costs to write a file's rows anew, in bytes. */
    long weight(DataFile file) {
        long values = file.rowCount() * columns.count();
        return Math.max(file.sizeBytes(), values * REWRITTEN_WEIGHT / REWRITTEN_VALUES);
    }

    private boolean isRewritten(List<DataFile> files) {
        return files.stream().mapToLong(this::weight).sum() <= REWRITTEN_WEIGHT;
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
