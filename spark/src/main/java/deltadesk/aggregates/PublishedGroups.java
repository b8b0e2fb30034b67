package deltadesk.aggregates;

import deltadesk.tables.DeltaTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The groups that a table holds, to compare a recompute with. */
final class PublishedGroups {
    private final Map<List<Object>, GroupState> byKey = new HashMap<>();

    private PublishedGroups() {}

    /** None: whatever the table holds was computed in another way. */
    static PublishedGroups none() {
        return new PublishedGroups();
    }

    /** Those of a part. */
    static PublishedGroups of(DeltaTable table, RowLayout layout, SegmentsPart part) {
        PublishedGroups groups = new PublishedGroups();
        Segments.of(table, layout).forEach((key, group) -> {
            if (part.holds(key)) {
                groups.byKey.put(key, group);
            }
        });
        return groups;
    }

    /**
     * Marks the groups of `fresh` that are not here, or differ, as changed; the others get the time
     * that they have here. Whether there is any difference, also a group that is gone.
     */
    boolean differFrom(Segments fresh) {
        Map<List<Object>, GroupState> gone = new HashMap<>(byKey);
        boolean[] isDifferent = {false};
        fresh.forEach((key, group) -> {
            GroupState earlier = gone.remove(key);
            group.isChanged = !group.hasSameStates(earlier);
            isDifferent[0] |= group.isChanged;
            if (!group.isChanged) {
                group.processedAtMicros = earlier.processedAtMicros;
            }
        });
        return isDifferent[0] || !gone.isEmpty();
    }
}
