package deltadesk.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the files that a table has at the beginning together as far as it goes, because a person
 * asked for it: small ones are written anew, in rounds, while so many rows may be; then neighbours
 * are copied into files of about {@link CompactionPlan#FULL_BYTES}. Each piece ends with a commit
 * without data change. Replaced files stay on disk until a vacuum.
 */
public final class FullCompaction implements AutoCloseable {
    /** Opening a file costs as much as many rows: so many are written anew at once at most. */
    private static final int MOST_FILES = 32;
    private final TableParts table;
    private final Object lock;
    private final FileMerger merger;
    /** What there was, and what became of it: files that came later are none of its business. */
    private final Set<String> own = new HashSet<>();
    private final CompactionTally tally;
    private Deque<List<DataFile>> rewritten = new ArrayDeque<>();
    /** Null until there is nothing left to rewrite. */
    private Deque<List<DataFile>> copied;
    private boolean isDone;

    /** `lock` is what the table's writers hold. */
    FullCompaction(TableParts table, Object lock) {
        this.table = table;
        this.lock = lock;
        merger = new FileMerger(table);
        LiveFiles live = table.files().live();
        live.all().forEach(file -> own.add(file.path()));
        tally = new CompactionTally(live.size(), live.sizeBytes());
    }

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return isDone;
    }

    /** What was done up to now. */
    public CompactionResult result() {
        synchronized (lock) {
            return tally.result(table.name(), table.log().snapshot().getVersion());
        }
    }

    /** Works until the moment given, and a little longer to end what it began; commits it. */
    public void advance(long untilNanos) {
        synchronized (lock) {
            LiveFiles live = table.files().live();
            merger.follow(live);
            List<DataFile> added = new ArrayList<>();
            List<DataFile> removed = new ArrayList<>();
            do {
                List<DataFile> chosen = next(live, !removed.isEmpty());
                if (chosen.isEmpty()) {
                    break;
                }
                DataFile merged = merger.merged(chosen, untilNanos);
                if (merged != null) {
                    added.add(merged);
                    removed.addAll(chosen);
                }
            } while (System.nanoTime() < untilNanos);
            if (!removed.isEmpty()) {
                table.files().commit(CommitNote.ofCompaction(added, removed, false), null, added,
                        removed, false);
                added.forEach(file -> own.add(file.path()));
                tally.add(added, removed, table.log().snapshot().getVersion());
            }
        }
    }

    /** The next files; empty when all is done, or when what was merged is to be committed first. */
    private List<DataFile> next(LiveFiles live, boolean isPending) {
        if (!merger.underWay().isEmpty()) {
            return merger.underWay();
        }
        List<DataFile> chosen = first(rewritten, live);
        if (!chosen.isEmpty() || isPending && copied == null) {
            return chosen;
        }
        if (copied == null) {
            rewritten = NeighbourRuns.of(ownOf(live), this::weight, FileMerger.REWRITTEN_WEIGHT);
            tally.plan(rewritten);
            chosen = first(rewritten, live);
            if (!chosen.isEmpty()) {
                return chosen;
            }
            copied = NeighbourRuns.of(
                    ownOf(live), DataFile::sizeBytes, CompactionPlan.FULL_BYTES);
            tally.plan(copied);
        }
        chosen = first(copied, live);
        isDone = chosen.isEmpty();
        return chosen;
    }

    private long weight(DataFile file) {
        return Math.max(merger.weight(file), FileMerger.REWRITTEN_WEIGHT / MOST_FILES);
    }

    /** The next run of which two files at least are still live. */
    private List<DataFile> first(Deque<List<DataFile>> runs, LiveFiles live) {
        while (!runs.isEmpty()) {
            List<DataFile> chosen = runs.poll().stream()
                    .filter(file -> live.contains(file.path()) && !merger.isApart(file)).toList();
            if (chosen.size() > 1) {
                return chosen;
            }
        }
        return List.of();
    }

    private Collection<DataFile> ownOf(LiveFiles live) {
        return live.oldestFirst().stream()
                .filter(file -> own.contains(file.path()) && !merger.isApart(file)).toList();
    }

    /** Gives up what is not committed; nothing is lost. */
    @Override
    public void close() {
        synchronized (lock) {
            isDone = true;
            merger.close();
        }
    }
}
