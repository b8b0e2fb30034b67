package deltadesk.streaming.layers;

import deltadesk.definition.FieldDefinition;
import deltadesk.streaming.parse.FieldNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the {@link FieldSighting}s of one task, a row for each field. */
final class FieldSightings {
    /** Senders that make up a name for each record must not fill the driver. */
    private static final int MOST_UNKNOWN = 100;
    private static final int LONGEST_NAME = 200;

    private final List<FieldDefinition> fields;
    private final FieldSighting[] known;
    private final Map<String, FieldSighting> unknown = new HashMap<>();
    private FieldSighting first;

    FieldSightings(List<FieldDefinition> fields) {
        this.fields = fields;
        known = new FieldSighting[fields.size()];
    }

    /** `names` are those of a record that is a JSON object. */
    void add(FieldNames names, int partition, long offset) {
        if (first == null) {
            first = new FieldSighting(null, partition, offset);
        }
        for (int index = 0; index < known.length; index++) {
            if (known[index] == null && names.has(index) && !fields.get(index).required()) {
                known[index] = new FieldSighting(fields.get(index).name(), partition, offset);
            }
        }
        for (String name : names.unknown()) {
            if (unknown.size() < MOST_UNKNOWN) {
                String shown = name.length() <= LONGEST_NAME
                        ? name : name.substring(0, LONGEST_NAME) + "…";
                unknown.putIfAbsent(shown, new FieldSighting(shown, partition, offset));
            }
        }
    }

    /** All of them; the next task begins anew. */
    List<FieldSighting> take() {
        List<FieldSighting> all = new ArrayList<>(unknown.values());
        for (int index = 0; index < known.length; index++) {
            if (known[index] != null) {
                all.add(known[index]);
                known[index] = null;
            }
        }
        if (first != null) {
            all.add(first);
        }
        unknown.clear();
        first = null;
        return all;
    }
}
