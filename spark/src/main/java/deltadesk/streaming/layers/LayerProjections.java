package deltadesk.streaming.layers;

import deltadesk.definition.ColumnDefinition;
import deltadesk.definition.ColumnType;
import deltadesk.definition.EngineColumns;
import deltadesk.definition.FieldDefinition;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.definition.StreamDefinition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The expressions of a definition, compiled: record → Bronze row → prepared row → rules and Silver
 * row. Prepared columns see Bronze's columns only, whatever their order.
 */
record LayerProjections(
        SqlProjection bronze, SqlProjection prepared, SqlProjection rules, SqlProjection silver)
        implements Serializable {
    static LayerProjections compile(SparkSession session, ResolvedDefinition definition) {
        StreamDefinition stream = definition.stream();
        SqlCompiler compiler = new SqlCompiler(session, definition);
        StructType record = struct(Stream.concat(
                EngineColumns.BEFORE_BRONZE.stream(), stream.fields().stream()));
        SqlProjection bronze =
                compiler.compile("bronze.columns", record, stream.bronze().columns());
        SqlProjection prepared =
                compiler.compile("silver.prepare", bronze.schema(), preparedRow(stream));
        List<ColumnDefinition> rules = stream.rules().stream()
                .map(rule -> new ColumnDefinition(rule.id(), "boolean", rule.sql())).toList();
        StructType beforeSilver = prepared.schema();
        for (StructField engine : struct(EngineColumns.BEFORE_SILVER.stream()).fields()) {
            beforeSilver = beforeSilver.add(engine);
        }
        return new LayerProjections(
                bronze,
                prepared,
                compiler.compile("silver.rules", prepared.schema(), rules),
                compiler.compile("silver.columns", beforeSilver, stream.silver().columns()));
    }

    /** Bronze's columns, each replaced by the prepared column of its name, then the new ones. */
    private static List<ColumnDefinition> preparedRow(StreamDefinition stream) {
        Map<String, ColumnDefinition> preparedByName = new HashMap<>();
        stream.prepared().forEach(column -> preparedByName.put(column.name(), column));
        List<ColumnDefinition> row = new ArrayList<>();
        for (ColumnDefinition column : stream.bronze().columns()) {
            ColumnDefinition prepared = preparedByName.remove(column.name());
            row.add(prepared != null ? prepared : new ColumnDefinition(
                    column.name(), column.type(), "`" + column.name() + "`"));
        }
        stream.prepared().stream()
                .filter(column -> preparedByName.containsKey(column.name())).forEach(row::add);
        return row;
    }

    static StructType struct(Stream<FieldDefinition> fields) {
        return new StructType(fields.map(field -> new StructField(field.name(),
                ColumnType.toDataType(field.type()), true, Metadata.empty()))
                .toArray(StructField[]::new));
    }
}
