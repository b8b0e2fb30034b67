package deltadesk.definition;

import java.io.Serializable;
import java.util.List;

/** A table folded from Silver's commits; `keys` are Silver columns. */
public record AggregateDefinition(
        String layer,
        String table,
        List<String> keys,
        List<Measure> measures,
        String processedAtColumn) implements Serializable {
    /** `function` is sum, count, min or max; `column` is null for a count of rows. */
    public record Measure(String name, String type, String function, String column)
            implements Serializable {}
}
