package deltadesk.definition;

import java.io.Serializable;
import java.util.List;

/**
 * A table folded from Silver's commits. `window`, `filter` (SQL over Silver's columns),
 * `processedAtColumn` and `touchedBy` (the key that names the part which is rewritten) may be null;
 * `keys` are Silver columns; `derived` are SQL over window columns, keys and measures.
 */
public record AggregateDefinition(
        String layer,
        String table,
        Window window,
        String filter,
        List<String> keys,
        List<Measure> measures,
        List<ColumnDefinition> derived,
        String processedAtColumn,
        String touchedBy) implements Serializable {
    /** Tumbling; `endColumn` may be null; without `watermarkDelayMs` (null) no row is late. */
    public record Window(
            String column,
            long sizeMs,
            String startColumn,
            String endColumn,
            Long watermarkDelayMs) implements Serializable {}

    /**
     * `function` is sum, count, min, max, avg or distinct; `column` is null for a count of rows.
     */
    public record Measure(String name, String type, String function, String column)
            implements Serializable {}
}
