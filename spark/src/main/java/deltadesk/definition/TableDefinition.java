package deltadesk.definition;

import java.io.Serializable;
import java.util.List;

/** A row-level table of the pack. */
public record TableDefinition(
        String table, List<String> partitionColumns, List<ColumnDefinition> columns)
        implements Serializable {
    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(ColumnDefinition::name).toList();
    }

    /** The declared type of a column, null when the table has no such column. */
    public String typeOf(String column) {
        for (ColumnDefinition candidate : columns) {
            if (candidate.name().equals(column)) {
                return candidate.type();
            }
        }
        return null;
    }
}
