package deltadesk.streaming.layers;

import deltadesk.aggregates.AggregateSpec;
import deltadesk.aggregates.RowExpressions;
import deltadesk.definition.AggregateDefinition;
import deltadesk.definition.ColumnDefinition;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.tables.TableSchema;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** The filter and the derived columns of one aggregate, compiled; for one thread. */
public final class AggregateExpressions implements RowExpressions {
    private final SqlProjection.Compiled filter;
    private final SqlProjection.Compiled derived;
    private final RowDecoder derivedDecoder;

    private AggregateExpressions(SqlProjection filter, SqlProjection derived) {
        this.filter = filter == null ? null : filter.create();
        this.derived = derived == null ? null : derived.create();
        derivedDecoder = derived == null ? null : new RowDecoder(derived.schema());
    }

    /**
     * Compiles those of `aggregate`, which is `spec`'s definition; `silver` are Silver's columns.
     * Throws {@link deltadesk.definition.DefinitionException}.
     */
    public static RowExpressions compile(
            SparkSession session,
            ResolvedDefinition definition,
            AggregateDefinition aggregate,
            AggregateSpec spec,
            TableSchema silver) {
        String place = "aggregates." + aggregate.table();
        SqlCompiler compiler = new SqlCompiler(session, definition);
        SqlProjection filter = aggregate.filter() == null ? null : compiler.compile(place,
                struct(silver), List.of(
                        new ColumnDefinition("filter", "boolean", aggregate.filter())));
        SqlProjection derived = aggregate.derived().isEmpty() ? null : compiler.compile(
                place + ".derived",
                struct(new TableSchema(spec.computedColumns(silver), List.of())),
                aggregate.derived());
        return new AggregateExpressions(filter, derived);
    }

    private static StructType struct(TableSchema schema) {
        return new StructType(schema.columns().stream()
                .map(column -> new StructField(column.name(),
                        deltadesk.definition.ColumnType.toDataType(column.type()), true,
                        Metadata.empty()))
                .toArray(StructField[]::new));
    }

    @Override
    public boolean accepts(Object[] silverRow) {
        if (filter == null) {
            return true;
        }
        var result = filter.apply(new GenericInternalRow(toCatalyst(silverRow)));
        return !result.isNullAt(0) && result.getBoolean(0);
    }

    @Override
    public Object[] derive(Object[] row) {
        return derivedDecoder.decode(derived.apply(new GenericInternalRow(toCatalyst(row))));
    }

    private static Object[] toCatalyst(Object[] row) {
        Object[] values = new Object[row.length];
        for (int index = 0; index < row.length; index++) {
            Object value = row[index];
            values[index] = value instanceof String text ? UTF8String.fromString(text)
                    : value instanceof BigDecimal decimal ? Decimal.apply(decimal) : value;
        }
        return values;
    }
}
