package deltadesk.aggregates;

import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An aggregate computed anew from all live rows of Silver, in parts that fit into memory: each is a
 * run of segments and reads all of Silver, so that a table that fits takes one pass.
 */
final class Rebuild {
    private final DeltaTable table;
    private final RowLayout layout;
    private final SilverFold fold;
    private final Publication publication;
    private final long mostBytes;

    /** `mostBytes`: of the heap, what the groups of one part take. */
    Rebuild(DeltaTable table, RowLayout layout, SilverFold fold, Publication publication,
            long mostBytes) {
        this.table = table;
        this.layout = layout;
        this.fold = fold;
        this.publication = publication;
        this.mostBytes = mostBytes;
    }

    /**
     * The files of the new table, not committed yet: rows that stay the same keep their time,
     * others get the one given. Empty when every row is as published, which is not looked at with
     * `isOutdated`.
     */
    Optional<List<DataFile>> run(boolean isOutdated, long processedAtMicros) {
        List<DataFile> files = new ArrayList<>();
        boolean isDifferent = isOutdated;
        String from = SegmentNames.FIRST;
        while (from != null) {
            SegmentsPart part = new SegmentsPart(
                    Segments.empty(table, layout, mostBytes), layout, from, mostBytes);
            fold.all(part::fold);
            String next = part.close();
            PublishedGroups published = isOutdated
                    ? PublishedGroups.none() : PublishedGroups.of(table, layout, part);
            isDifferent |= published.differFrom(part.segments());
            boolean isAll = next == null && files.isEmpty();
            if (isDifferent || !isAll) {
                files.addAll(publication.write(part.segments().all(), processedAtMicros));
            }
            from = next;
        }
        return isDifferent ? Optional.of(files) : Optional.empty();
    }
}
