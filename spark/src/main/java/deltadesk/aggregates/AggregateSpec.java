package deltadesk.aggregates;

import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An aggregate as a pack declares it: one row for each window and combination of the keys, which
 * are columns of Silver. `window`, `filter` (an expression over Silver's columns),
 * `processedAtColumn` (when the row last changed) and `touchedBy` may be null; the last names the
 * key by which the table is cut into segments, of which only those are rewritten that change.
 */
public record AggregateSpec(
        String layer,
        String table,
        WindowSpec window,
        String filter,
        List<String> filterColumns,
        List<String> keys,
        List<MeasureSpec> measures,
        List<DerivedSpec> derived,
        String processedAtColumn,
        String touchedBy) {
    /** What a value does not tell by itself: sums behind averages, distinct sets and sketches. */
    public static final String STATE_COLUMN = "_state";

    /** One without window, filter, derived columns and segments. */
    public AggregateSpec(
            String layer,
            String table,
            List<String> keys,
            List<MeasureSpec> measures,
            String processedAtColumn) {
        this(layer, table, null, null, List.of(), keys, measures, List.of(), processedAtColumn,
                null);
    }

    /** `<layer>.<table>`. */
    public String tableName() {
        return layer + "." + table;
    }

    /** What a row of Silver carries among its warnings when this table leaves it out as late. */
    public String lateMark() {
        return "late:" + tableName();
    }

    /** How the rows are computed, as text that is the same exactly when they are. */
    String definitionText() {
        String text = measures.stream()
                .map(each -> each.name() + " = " + Measures.versionOf(each.function())
                        + "(" + (each.column() == null ? "*" : each.column()) + ")")
                .collect(Collectors.joining(", "));
        text += derived.stream().map(each -> ", " + each.name() + " = " + each.sql())
                .collect(Collectors.joining());
        if (window != null) {
            text += " by " + window.sizeMicros() / 1000 + " ms of " + window.column()
                    + (window.watermarkDelayMicros().isPresent() ? " unless late" : "");
        }
        return filter == null ? text : text + " where " + filter;
    }

    /** The window's columns, those that there are. */
    List<String> windowColumns() {
        List<String> columns = new ArrayList<>();
        if (window != null) {
            columns.add(window.startColumn());
            if (window.endColumn() != null) {
                columns.add(window.endColumn());
            }
        }
        return columns;
    }

    boolean hasState() {
        return measures.stream().anyMatch(each -> Measures.hasState(each.function()));
    }

    /** Window, keys with Silver's types, measures: what derived columns may look at. */
    public List<ColumnSpec> computedColumns(TableSchema silver) {
        List<ColumnSpec> columns = new ArrayList<>();
        windowColumns().forEach(name -> columns.add(new ColumnSpec(name, "timestamp")));
        keys.forEach(key -> columns.add(silver.columns().get(silver.indexOf(key))));
        measures.forEach(each -> columns.add(new ColumnSpec(
                each.name(), each.type(), Measures.commentOf(each.function()))));
        return columns;
    }

    /** Those, then derived columns, time and hidden state; unpartitioned. */
    public TableSchema schema(TableSchema silver) {
        List<ColumnSpec> columns = computedColumns(silver);
        derived.forEach(each -> columns.add(new ColumnSpec(each.name(), each.type())));
        if (processedAtColumn != null) {
            columns.add(new ColumnSpec(processedAtColumn, "timestamp"));
        }
        if (hasState()) {
            columns.add(new ColumnSpec(STATE_COLUMN, "binary"));
        }
        return new TableSchema(columns, List.of());
    }
}
