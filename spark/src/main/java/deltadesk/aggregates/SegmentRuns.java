package deltadesk.aggregates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Which neighbours are to share a file, so that the files of a table stay few however old it is:
 * the segments of a day, then the days of a month, as many as fit into memory together.
 */
final class SegmentRuns {
    /** The newest have a file each, which rows that come late may touch. */
    private static final int YOUNG = 4;
    private static final int MOST_DAYS = 30;
    private final RowLayout layout;
    private final SegmentNames names;
    private final long mostBytes;

    /** `mostBytes`: of the heap, what the groups of one file take. */
    SegmentRuns(RowLayout layout, SegmentNames names, long mostBytes) {
        this.layout = layout;
        this.names = names;
        this.mostBytes = mostBytes;
    }

    /** Those of a day that are no longer young; `ordered` are all segments of the table. */
    List<List<Segment>> ofDays(List<Segment> ordered) {
        return runs(ordered, Integer.MAX_VALUE, this::dayOf);
    }

    /** The longest run of days, the oldest of several. */
    List<Segment> ofMonth(List<Segment> ordered) {
        return runs(ordered, MOST_DAYS, segment ->
                dayOf(segment) == null || segment.isChanged ? null : "a day").stream()
                .max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** The day that a segment is a part of, or a value of the declared key; null for several. */
    private String dayOf(Segment segment) {
        String day = names.dayOf(segment.first);
        return day.equals(names.dayOf(segment.last)) ? day : null;
    }

    /** Neighbours of the same kind, as far as they fit; what has none stays alone. */
    private List<List<Segment>> runs(
            List<Segment> ordered, int mostSegments, Function<Segment, String> kindOf) {
        List<List<Segment>> runs = new ArrayList<>();
        List<Segment> run = List.of();
        String kindBefore = null;
        long bytes = 0;
        for (Segment segment : ordered.subList(0, Math.max(0, ordered.size() - YOUNG))) {
            String kind = kindOf.apply(segment);
            bytes += segment.heapBytes(layout);
            if (kind == null || !kind.equals(kindBefore)
                    || run.size() == mostSegments || bytes > mostBytes) {
                run = new ArrayList<>();
                runs.add(run);
                bytes = segment.heapBytes(layout);
            }
            run.add(segment);
            kindBefore = kind;
        }
        return runs;
    }
}
