package deltadesk.definition;

import java.io.Serializable;

/** One field of a record's value; `type` is a word of {@link ColumnType}. */
public record FieldDefinition(String name, String type, boolean required)
        implements Serializable {}
