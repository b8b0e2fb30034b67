package deltadesk.definition;

import java.io.Serializable;

/** A column as Spark SQL; `type` is a word of {@link ColumnType}, null when it is not declared. */
public record ColumnDefinition(String name, String type, String sql) implements Serializable {}
