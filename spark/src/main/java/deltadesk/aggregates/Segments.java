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
 * The groups of an aggregate, in segments by the day of their window or by the key that the pack
 * names: a batch reads and rewrites only those that it touches, so that its cost does not grow with
 * the age of the table.
 */
final class Segments {
    /** Groups in memory before segments are put away. */
    private static final int MOST_GROUPS = 200_000;
    /** One file each: beyond that a month of days is put into one. */
    private static final int MOST_SEGMENTS = 128;
    private static final int JOINED = 30;
    private final DeltaTable table;
    private final RowLayout layout;
    private final TreeMap<String, Segment> byFirst = new TreeMap<>();
    private long uses;

    private Segments(DeltaTable table, RowLayout layout) {
        this.table = table;
        this.layout = layout;
    }

    /** Without any group. */
    static Segments empty(DeltaTable table, RowLayout layout) {
        return new Segments(table, layout);
    }

    /** What the table holds; no file is read yet. */
    static Segments of(DeltaTable table, RowLayout layout) {
        Segments segments = new Segments(table, layout);
        table.dataFiles().forEach(segments::addFile);
        return segments;
    }

    private void addFile(DataFile file) {
        Segment segment = onDisk(file);
        for (Segment other : List.copyOf(byFirst.values())) {
            if (segment.overlaps(other)) {
                byFirst.remove(other.first);
                segment = Segment.joined(segment, other);
            }
        }
        byFirst.put(segment.first, segment);
    }

    private Segment onDisk(DataFile file) {
        String column = layout.segmentColumn();
        if (column == null || file.hasOnlyNull(column)) {
            return Segment.onDisk(RowLayout.NO_SEGMENT, RowLayout.NO_SEGMENT, file);
        }
        String first = file.least(column);
        String last = file.greatest(column);
        if (first == null || last == null) {
            // Without statistics it may hold anything.
            return Segment.onDisk(RowLayout.NO_SEGMENT, "\uffff", file);
        }
        return Segment.onDisk(
                file.mayHaveNull(column) ? RowLayout.NO_SEGMENT : dayOf(first), dayOf(last), file);
    }

    /** Statistics show a timestamp as ISO text, whose first ten characters are its UTC day. */
    private static String dayOf(String text) {
        return text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
    }

    /** Takes in a row of Silver. */
    void fold(Object[] silverRow) {
        List<Object> key = layout.keyOf(silverRow);
        if (key == null) {
            return;
        }
        Segment segment = loaded(layout.segmentOf(key));
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
        if (byFirst.size() > MOST_SEGMENTS) {
            joinOldest();
        }
        return byFirst.values().stream().filter(segment -> segment.isChanged).toList();
    }

    /**
     * Old days share a file, so that the files stay few however old the table is. They are
     * neighbours: a segment holds every group between its first and its last.
     */
    private void joinOldest() {
        List<Segment> oldest = new ArrayList<>();
        for (Segment segment : byFirst.values()) {
            if (oldest.size() == JOINED) {
                break;
            }
            if (segment.first.equals(segment.last) && !segment.isChanged) {
                oldest.add(segment);
            } else {
                oldest.clear();
            }
        }
        if (oldest.size() < JOINED) {
            return;
        }
        Segment joined = oldest.stream().reduce(Segment::joined).orElseThrow();
        oldest.forEach(segment -> byFirst.remove(segment.first));
        joined.groups = read(joined);
        joined.isChanged = true;
        byFirst.put(joined.first, joined);
    }

    List<Segment> all() {
        return List.copyOf(byFirst.values());
    }

    /** Puts away the groups of the segments that were not used for longest. */
    void shrink() {
        List<Segment> held = new ArrayList<>(byFirst.values().stream()
                .filter(segment -> segment.groups != null && !segment.isChanged).toList());
        held.sort(Comparator.comparingLong(segment -> segment.usedAt));
        long count = held.stream().mapToLong(segment -> segment.groups.size()).sum();
        for (int each = 0; each < held.size() - 1 && count > MOST_GROUPS; each++) {
            count -= held.get(each).groups.size();
            held.get(each).groups = null;
        }
    }
}
