package deltadesk.streaming.layers;

import deltadesk.definition.FieldDefinition;
import deltadesk.definition.StreamDefinition;
import deltadesk.streaming.parse.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notices fields that appear or disappear in the incoming records (floor S2-11), each once a run,
 * before the batch that has them changes a table.
 */
public final class SchemaWatch {
    /** Optional fields come and go; so many records in a row without one are a change. */
    static final int MISSING_RECORDS = 100;
    private static final int MOST_NEW = 100;

    /** An optional field that came in this run: how many records ago, and the first without it. */
    private static final class Seen {
        private int recordsWithout;
        private FieldSighting firstWithout;
    }

    private final Set<String> known = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Seen> seenByField = new HashMap<>();

    /** Fields that `definition` knows are not new, also where an older one meets them. */
    public SchemaWatch(StreamDefinition definition) {
        definition.fields().stream().map(FieldDefinition::name).forEach(known::add);
    }

    /** What changed with this batch. */
    public List<SchemaChange> take(LayerRows rows) {
        List<SchemaChange> changes = new ArrayList<>();
        Set<String> present = new HashSet<>();
        FieldSighting first = null;
        for (FieldSighting sighting : rows.fieldSightings()) {
            if (sighting.field() == null) {
                first = first == null ? sighting : first;
            } else if (known.contains(sighting.field())) {
                present.add(sighting.field());
            } else if (told.size() < MOST_NEW && told.add(sighting.field())) {
                changes.add(new SchemaChange(sighting.field(), true,
                        sighting.partition(), sighting.offset()));
            }
        }
        present.forEach(field -> seenByField.put(field, new Seen()));
        if (first != null) {
            addMissing(rows.recordCount() - rows.rejectedCount(Stage.PARSE), first, present,
                    changes);
        }
        return changes;
    }

    private void addMissing(
            int records, FieldSighting first, Set<String> present, List<SchemaChange> changes) {
        seenByField.forEach((field, seen) -> {
            if (present.contains(field)) {
                return;
            }
            seen.recordsWithout += records;
            seen.firstWithout = seen.firstWithout == null ? first : seen.firstWithout;
            if (seen.recordsWithout >= MISSING_RECORDS && told.add(field)) {
                changes.add(new SchemaChange(field, false,
                        seen.firstWithout.partition(), seen.firstWithout.offset()));
            }
        });
    }
}
