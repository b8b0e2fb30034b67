package deltadesk.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges small files of one table, in one commit without data change a call. Few rows are read and
 * written anew, which gives one good row group; many rows are copied by row group, over several
 * calls when need be. The merged file takes the age of its newest rows, and replaced files stay
 * on disk: a reader with an older snapshot finds them.
 */
final class Compactor {
    /** Values rewritten at once: what 100 ms are enough for. */
    static final long REWRITTEN_VALUES = 300_000;
    private static final long REWRITTEN_BYTES = 8L << 20;
    private final TableParts table;
    /** Files whose columns are not those of their neighbours. */
    private final Set<String> apart = new HashSet<>();
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
        LiveFiles live = table.files().live();
        List<DataFile> added = new ArrayList<>();
        List<DataFile> removed = new ArrayList<>();
        if (copy != null && !live.containsAll(copy.inputs())) {
            copy.abandon();
            copy = null;
        }
        boolean hasMore = true;
        while (hasMore && System.nanoTime() < untilNanos) {
            hasMore = copy != null ? advance(untilNanos, added, removed)
                    : begin(live, added, removed);
        }
        if (!removed.isEmpty()) {
            table.files().commit(
                    CommitNote.ofCompaction(added, removed), null, added, removed, false);
        } else if (!hasMore && copy == null) {
            doneVersion = table.log().snapshot().getVersion();
        }
    }

    private boolean begin(LiveFiles live, List<DataFile> added, List<DataFile> removed) {
        Set<String> taken = new HashSet<>(apart);
        removed.forEach(file -> taken.add(file.path()));
        List<DataFile> candidates = live.oldestFirst().stream()
                .filter(file -> !taken.contains(file.path())).toList();
        List<DataFile> chosen = CompactionPlan.next(candidates);
        if (chosen.isEmpty()) {
            return false;
        }
        long rows = chosen.stream().mapToLong(DataFile::rowCount).sum();
        if (knowsAllColumns()
                && rows * table.schema().schema().columns().size() <= REWRITTEN_VALUES
                && CompactionPlan.bytes(chosen) <= REWRITTEN_BYTES) {
            added.addAll(rewrite(chosen));
            removed.addAll(chosen);
            return true;
        }
        copy = RowGroupMerge.begin(table.folder(), chosen);
        if (copy == null) {
            apart.add(chosen.get(0).path());
        }
        return true;
    }

    /** Else rewriting would lose what old rows have in columns that the pack gave up. */
    private boolean knowsAllColumns() {
        return table.log().snapshot().getSchema().length() == table.schema().all().length();
    }

    private List<DataFile> rewrite(List<DataFile> chosen) {
        List<Object[]> rows = new ArrayList<>();
        table.reader().read(
                chosen, TableCommit.allColumns(table.schema().schema()), rows::add);
        return table.writer().write(rows).stream()
                .map(file -> file.modifiedAt(newest(chosen))).toList();
    }

    /** True when there may be more to do in this call. */
    private boolean advance(long untilNanos, List<DataFile> added, List<DataFile> removed) {
        if (!copy.advance(untilNanos)) {
            return false;
        }
        added.add(table.writer().described(copy.file(), table.folder()).modifiedAt(newest(copy.inputs())));
        removed.addAll(copy.inputs());
        copy = null;
        return true;
    }

    private static long newest(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::modifiedAtMs).max().orElseThrow();
    }
}
