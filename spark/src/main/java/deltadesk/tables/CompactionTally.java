package deltadesk.tables;

import java.util.Collection;
import java.util.List;

/** Counts the files of a compaction as it goes. */
final class CompactionTally {
    private final int filesBefore;
    private final long bytesBefore;
    private int files;
    private long bytes;
    private int merged;
    private int planned;
    /** The newest version that the compaction made, null while it has made none. */
    private Long version;

    CompactionTally(int filesBefore, long bytesBefore) {
        this.filesBefore = filesBefore;
        this.bytesBefore = bytesBefore;
        files = filesBefore;
        bytes = bytesBefore;
    }

    /** So many files more are to be merged. */
    void plan(Collection<List<DataFile>> runs) {
        planned += runs.stream().mapToInt(List::size).sum();
    }

    /** These took the place of those, with that version. */
    void add(Collection<DataFile> added, Collection<DataFile> removed, long madeVersion) {
        version = madeVersion;
        merged += removed.size();
        files += added.size() - removed.size();
        bytes += CompactionPlan.bytes(added) - CompactionPlan.bytes(removed);
    }

    /** `newest` is the table's version, which counts while the compaction has made none. */
    CompactionResult result(String tableName, long newest) {
        return new CompactionResult(tableName, filesBefore, files, bytesBefore, bytes, merged,
                Math.max(planned, merged), version == null ? newest : version);
    }
}
