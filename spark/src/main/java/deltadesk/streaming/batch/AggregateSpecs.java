package deltadesk.streaming.batch;

import deltadesk.aggregates.AggregateSpec;
import deltadesk.aggregates.DerivedSpec;
import deltadesk.aggregates.MeasureSpec;
import deltadesk.aggregates.WindowSpec;
import deltadesk.definition.AggregateDefinition;
import deltadesk.definition.TableDefinition;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A pack's definition of an aggregate as the aggregate itself knows it. */
final class AggregateSpecs {
    private AggregateSpecs() {}

    static AggregateSpec of(AggregateDefinition aggregate, TableDefinition silver) {
        return new AggregateSpec(
                aggregate.layer(), aggregate.table(), window(aggregate.window()),
                aggregate.filter(), namedIn(aggregate.filter(), silver.columnNames()),
                aggregate.keys(),
                aggregate.measures().stream().map(measure -> new MeasureSpec(measure.name(),
                        measure.type(), measure.function(), measure.column())).toList(),
                aggregate.derived().stream().map(column -> new DerivedSpec(
                        column.name(), column.type(), column.sql())).toList(),
                aggregate.processedAtColumn(), aggregate.touchedBy());
    }

    private static WindowSpec window(AggregateDefinition.Window window) {
        return window == null ? null : new WindowSpec(
                window.column(), window.sizeMs() * 1000, window.startColumn(), window.endColumn(),
                window.watermarkDelayMs() == null
                        ? OptionalLong.empty() : OptionalLong.of(window.watermarkDelayMs() * 1000));
    }

    /** The columns whose names stand in an expression: at least those that it looks at. */
    private static List<String> namedIn(String sql, List<String> columns) {
        return sql == null ? List.of() : columns.stream()
                .filter(column -> Pattern.compile("\\b" + column + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(sql).find())
                .toList();
    }
}
