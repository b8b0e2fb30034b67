package deltadesk.aggregates;

import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The groups of an aggregate, in segments by the time of their window or by the key that the pack
 * names: a batch reads and rewrites only those that it touches, so that neither its cost nor the
 * files that it leaves behind grow with the age of the table. Segments that have become old share
 * files: those of a day one, then the days of a month.
 */
final class Segments {
    /**
     * Of the heap, what an aggregate keeps of it before segments are put away, and what one file
     * holds at most of several segments: a group is a few hundred bytes, or ten thousand where it
     * counts distinct values.
     */
    static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 16;
    /** One file each: beyond that a month of days is put into one. */
    private static final int MOST_SEGMENTS = 128;
    private final DeltaTable table;
    private final RowLayout layout;
    private final SegmentNames names;
    private final SegmentRuns runs;
    private final long mostBytes;
    private final TreeMap<String, Segment> byFirst = new TreeMap<>();
    private long uses;

    private Segments(DeltaTable table, RowLayout layout, long mostBytes) {
        this.table = table;
        this.layout = layout;
        this.mostBytes = mostBytes;
        names = layout.segmentNames();
        runs = new SegmentRuns(layout, names, mostBytes);
    }

    /** Without any group. */
    static Segments empty(DeltaTable table, RowLayout layout) {
        return empty(table, layout, MOST_BYTES);
    }

    static Segments empty(DeltaTable table, RowLayout layout, long mostBytes) {
        return new Segments(table, layout, mostBytes);
    }

    /** What the table holds; no file is read yet. */
    static Segments of(DeltaTable table, RowLayout layout) {
        Segments segments = new Segments(table, layout, MOST_BYTES);
        table.dataFiles().forEach(segments::addFile);
        return segments;
    }

    private void addFile(DataFile file) {
        Segment segment = names.onDisk(file);
        for (Segment other : List.copyOf(byFirst.values())) {
            if (segment.overlaps(other)) {
                byFirst.remove(other.first);
                segment = Segment.joined(segment, other);
            }
        }
        byFirst.put(segment.first, segment);
    }

    /** Takes in a row of Silver. */
    void fold(Object[] silverRow) {
        List<Object> key = layout.keyOf(silverRow);
        if (key != null) {
            fold(key, silverRow);
        }
    }

    /** The same of a row whose group is known. */
    void fold(List<Object> key, Object[] silverRow) {
        Segment segment = loaded(names.of(key));
        GroupState group = segment.groups.get(key);
        boolean isNew = group == null;
        if (isNew) {
            group = layout.newGroup();
            segment.groups.put(key, group);
        }
        if (layout.fold(key, group, silverRow) | isNew) {
            group.isChanged = true;
            segment.isChanged = true;
        }
    }

    private Segment loaded(String key) {
        Map.Entry<String, Segment> before = byFirst.floorEntry(key);
        Segment segment = before == null ? null : before.getValue();
        if (segment == null || segment.last.compareTo(key) < 0) {
            segment = Segment.empty(key);
            byFirst.put(key, segment);
        }
        if (segment.groups == null) {
            segment.groups = read(segment);
        }
        segment.usedAt = ++uses;
        return segment;
    }

    private Map<List<Object>, GroupState> read(Segment segment) {
        Map<List<Object>, GroupState> groups = new LinkedHashMap<>();
        table.forEachRow(segment.files, row ->
                groups.put(layout.keyOfRow(row), layout.groupOfRow(row)));
        return groups;
    }

    /** Every group, those on disk read for it and not kept. */
    void forEach(BiConsumer<List<Object>, GroupState> consumer) {
        for (Segment segment : byFirst.values()) {
            (segment.groups == null ? read(segment) : segment.groups).forEach(consumer);
        }
    }

    /** Those that differ from what is on disk, or are to share a file from now on. */
    List<Segment> changed() {
        if (byFirst.values().stream().noneMatch(segment -> segment.isChanged)) {
            return List.of();
        }
        joinDays();
        if (byFirst.size() > MOST_SEGMENTS) {
            join(runs.ofMonth(List.copyOf(byFirst.values())));
        }
        return byFirst.values().stream().filter(segment -> segment.isChanged).toList();
    }

    /** All, for a table that is written anew. */
    List<Segment> all() {
        joinDays();
        return List.copyOf(byFirst.values());
    }

    private void joinDays() {
        runs.ofDays(List.copyOf(byFirst.values())).forEach(this::join);
    }

    private void join(List<Segment> neighbours) {
        if (neighbours.size() < 2) {
            return;
        }
        Segment joined = null;
        for (Segment segment : neighbours) {
            byFirst.remove(segment.first);
            if (segment.groups == null) {
                segment.groups = read(segment);
            }
            joined = joined == null ? segment : Segment.joined(joined, segment);
        }
        joined.isChanged = true;
        joined.usedAt = ++uses;
        byFirst.put(joined.first, joined);
    }

    /** About what the groups in memory take of the heap. */
    long heapBytes() {
        return byFirst.values().stream().filter(segment -> segment.groups != null)
                .mapToLong(segment -> segment.heapBytes(layout)).sum();
    }

    /**
     * Forgets the highest segments, as many as are beyond `bytes` of the heap, for a table that is
     * computed in parts; the name of the lowest one forgotten, null when all fit.
     */
    String removeFrom(long bytes) {
        long sum = 0;
        for (Segment segment : byFirst.values()) {
            sum += segment.heapBytes(layout);
            if (sum > bytes && !segment.first.equals(byFirst.firstKey())) {
                byFirst.tailMap(segment.first, true).clear();
                return segment.first;
            }
        }
        return null;
    }

    /** Puts away the groups of the segments that were not used for longest. */
    void shrink() {
        List<Segment> held = byFirst.values().stream()
                .filter(segment -> segment.groups != null && !segment.isChanged)
                .sorted(Comparator.comparingLong(segment -> segment.usedAt)).toList();
        // A table of one segment needs no weighing.
        long bytes = held.size() < 2 ? 0 : heapBytes();
        for (int each = 0; each < held.size() - 1 && bytes > mostBytes; each++) {
            bytes -= held.get(each).heapBytes(layout);
            held.get(each).groups = null;
        }
    }
}
