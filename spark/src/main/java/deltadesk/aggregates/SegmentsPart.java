package deltadesk.aggregates;

import java.util.List;

/** The lowest segments from a name on that fit into memory, as rows come in any order. */
final class SegmentsPart {
    /** Rows between two looks at the memory: they add less than the part itself may take. */
    private static final int LOOK_EVERY = 20_000;
    private final Segments segments;
    private final SegmentNames names;
    private final RowLayout layout;
    private final String from;
    private final long mostBytes;
    /** The first name that is left to the next part; null: none so far. */
    private String to;
    private long rows;

    SegmentsPart(Segments segments, RowLayout layout, String from, long mostBytes) {
        this.segments = segments;
        this.layout = layout;
        this.from = from;
        this.mostBytes = mostBytes;
        names = layout.segmentNames();
    }

    /** Takes in a row of Silver that is of this part. */
    void fold(Object[] silverRow) {
        List<Object> key = layout.keyOf(silverRow);
        if (key != null && holds(key)) {
            segments.fold(key, silverRow);
        }
        if (++rows % LOOK_EVERY == 0) {
            cut();
        }
    }

    /** Whether a group is of this part. */
    boolean holds(List<Object> key) {
        String name = names.of(key);
        return name.compareTo(from) >= 0 && (to == null || name.compareTo(to) < 0);
    }

    /** After the last row: where the next part begins, null when there is none. */
    String close() {
        cut();
        return to;
    }

    private void cut() {
        String removed = segments.removeFrom(mostBytes);
        to = removed == null ? to : removed;
    }

    Segments segments() {
        return segments;
    }
}
