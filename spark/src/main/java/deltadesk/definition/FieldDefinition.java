package deltadesk.definition;

import java.io.Serializable;
import java.util.List;

/**
 * One field of a record's value; `type` is a word of {@link ColumnType}. `values` are the only
 * texts that it may have, empty when any will do.
 */
public record FieldDefinition(String name, String type, boolean required, List<String> values)
        implements Serializable {
    /** A field that may have any value of its type. */
    public FieldDefinition(String name, String type, boolean required) {
        this(name, type, required, List.of());
    }
}
