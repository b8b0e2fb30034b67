package deltadesk.definition;

import java.util.ArrayList;
import java.util.List;

/** What must hold within an aggregate's definition, and between it and Silver. */
final class AggregateChecks {
    private AggregateChecks() {}

    static void check(JsonField json, AggregateDefinition aggregate, TableDefinition silver) {
        List<String> names = new ArrayList<>();
        AggregateDefinition.Window window = aggregate.window();
        if (window != null) {
            check(json.object("window"), window, silver);
            names.add(window.startColumn());
            if (window.endColumn() != null) {
                names.add(window.endColumn());
            }
        } else if (aggregate.keys().isEmpty()) {
            throw json.child("keys").wrong("there is neither a key nor a window",
                    "Name a column of Silver, or add a window");
        }
        for (String key : aggregate.keys()) {
            DefinitionChecks.isColumn(json.child("keys"), silver.columnNames(), key);
            names.add(key);
        }
        for (AggregateDefinition.Measure measure : aggregate.measures()) {
            if (measure.column() != null) {
                DefinitionChecks.isColumn(
                        json.child("measures"), silver.columnNames(), measure.column());
            } else if (!measure.function().equals("count")) {
                throw json.child("measures").wrong(
                        "'" + measure.name() + "' has no column", "Name a column of Silver");
            }
            names.add(measure.name());
        }
        aggregate.derived().forEach(column -> names.add(column.name()));
        if (aggregate.processedAtColumn() != null) {
            names.add(aggregate.processedAtColumn());
        }
        DefinitionChecks.unique(json, names);
        if (aggregate.touchedBy() != null && !(aggregate.keys().contains(aggregate.touchedBy())
                && "string".equals(silver.typeOf(aggregate.touchedBy())))) {
            throw json.child("touchedBy").wrong("'" + aggregate.touchedBy()
                    + "' is not a key of type string", "Name such a key, or leave it out");
        }
    }

    private static void check(
            JsonField json, AggregateDefinition.Window window, TableDefinition silver) {
        if (!"timestamp".equals(silver.typeOf(window.column()))) {
            throw json.child("column").wrong("'" + window.column()
                    + "' is not a timestamp column of Silver", "Name one of type timestamp");
        }
    }
}
