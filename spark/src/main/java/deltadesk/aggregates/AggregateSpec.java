package deltadesk.aggregates;

import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An aggregate as a pack declares it: one row for each combination of the keys, which are columns
 * of Silver, with its measures and the time at which that row last changed.
 */
public record AggregateSpec(
        String layer,
        String table,
        List<String> keys,
        List<MeasureSpec> measures,
        String processedAtColumn) {
    /** `<layer>.<table>`. */
    public String tableName() {
        return layer + "." + table;
    }

    /** How the measures are computed, as text that is the same exactly when they are. */
    String measuresText() {
        return measures.stream()
                .map(each -> each.name() + " = " + each.function()
                        + "(" + (each.column() == null ? "*" : each.column()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Keys with Silver's types, measures, time; unpartitioned. */
    public TableSchema schema(TableSchema silver) {
        List<ColumnSpec> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(silver.columns().get(silver.indexOf(key))));
        measures.forEach(each -> columns.add(new ColumnSpec(each.name(), each.type())));
        columns.add(new ColumnSpec(processedAtColumn, "timestamp"));
        return new TableSchema(columns, List.of());
    }
}
