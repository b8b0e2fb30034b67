package deltadesk.tables;

import java.io.Serializable;
import java.util.List;

/**
 * The columns of a table, in order, and which of them name folders. A row is an `Object[]` in
 * column order: Integer, Long, Double, String, Boolean, Long (timestamp: microseconds since the
 * epoch, UTC), Integer (date: days since the epoch), byte[], BigDecimal of the declared scale, or
 * null.
 */
public record TableSchema(List<ColumnSpec> columns, List<String> partitionColumns)
        implements Serializable {
    /** Refuses a partition column that is no column. */
    public TableSchema {
        columns = List.copyOf(columns);
        partitionColumns = List.copyOf(partitionColumns);
        for (String name : partitionColumns) {
            find(columns, name);
        }
    }

    /** Position of a column; an unknown name is an {@link IllegalArgumentException}. */
    public int indexOf(String column) {
        return find(columns, column);
    }

    private static int find(List<ColumnSpec> columns, String name) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(name)) {
                return index;
            }
        }
        throw new IllegalArgumentException("There is no column " + name + " among "
                + columns.stream().map(ColumnSpec::name).toList() + ".");
    }
}
