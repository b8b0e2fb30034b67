package deltadesk.tables;

import deltadesk.launch.CrashDrill;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges small files of one table as its plan has it, in one commit without data change a call.
 * Replaced files stay on disk: a reader with an older snapshot finds them.
 */
final class Compactor implements AutoCloseable {
    private final TableParts table;
    private final FileMerger merger;
    /** The version for which there was nothing to do. */
    private long doneVersion = -1;

    Compactor(TableParts table) {
        this.table = table;
        merger = new FileMerger(table);
    }

    /** Works until the moment given, and a little longer to end what it began. */
    void run(long untilNanos) {
        if (table.log().snapshot().getVersion() == doneVersion) {
            return;
        }
        LiveFiles live = table.files().live();
        merger.follow(live);
        List<DataFile> added = new ArrayList<>();
        List<DataFile> removed = new ArrayList<>();
        while (System.nanoTime() < untilNanos) {
            List<DataFile> begun = merger.underWay();
            List<DataFile> chosen = begun.isEmpty() ? next(live, removed) : begun;
            if (chosen.isEmpty()) {
                doneVersion = removed.isEmpty() ? table.log().snapshot().getVersion() : -1;
                break;
            }
            DataFile merged = merger.merged(chosen, untilNanos);
            if (merged != null) {
                added.add(merged);
                removed.addAll(chosen);
            }
        }
        if (!removed.isEmpty()) {
            CrashDrill.reached("COMPACTION");
            table.files().commit(
                    CommitNote.ofCompaction(added, removed, true), null, added, removed, false);
        }
    }

    private List<DataFile> next(LiveFiles live, List<DataFile> removed) {
        Set<String> taken = new HashSet<>();
        removed.forEach(file -> taken.add(file.path()));
        return CompactionPlan.next(live.oldestFirst().stream()
                .filter(file -> !taken.contains(file.path()) && !merger.isApart(file)).toList());
    }

    /** Gives up a copy under way and removes what it wrote. */
    @Override
    public void close() {
        merger.close();
    }
}
