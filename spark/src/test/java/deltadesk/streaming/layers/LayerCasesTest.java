package deltadesk.streaming.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import deltadesk.definition.ColumnDefinition;
import deltadesk.definition.FieldDefinition;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped packs against records and the rows that they must give. A case of another pack than
 * `sales` names it in `expected.json` (`"pack"`). Aggregates are left out: they have tests of
 * their own and take no part in how a record becomes a row of Bronze, Silver or rejected records.
 */
class LayerCasesTest {
    private static final long PLANNED_AT_MICROS = toMicros("2025-12-22T10:30:47.5Z");
    private static final Map<String, CompiledDefinition> DEFINITIONS = new HashMap<>();

    private static CompiledDefinition compile(String pack) {
        return CompiledDefinition.compile(TestSpark.session(),
                ResolvedDefinition.read(TestSpark.salesPack().resolveSibling(pack)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deltadesk.streaming.layers.GoldenCase#all")
    void recordsGiveTheExpectedRows(GoldenCase golden) {
        CompiledDefinition definition = DEFINITIONS.computeIfAbsent(
                golden.expected().path("pack").asText("sales"), LayerCasesTest::compile);
        LayerRows rows = definition.read(
                golden.toSourceRows(TestSpark.session()), PLANNED_AT_MICROS);
        JsonNode expected = golden.expected();
        check("bronze", expected, columns(definition.stream().bronze().columns()), rows.bronze());
        check("silver", expected, columns(definition.stream().silver().columns()), rows.silver());
        check("rejected", expected, RejectedRow.COLUMNS, rows.rejected());
        assertEquals(golden.records().size(), rows.recordCount());
    }

    private static List<FieldDefinition> columns(List<ColumnDefinition> columns) {
        return columns.stream().map(column ->
                new FieldDefinition(column.name(), column.type(), false)).toList();
    }

    private static void check(
            String table,
            JsonNode expected,
            List<FieldDefinition> columns,
            List<Object[]> rows) {
        assertEquals(expected.get(table).size(), rows.size(), "rows of " + table);
        for (int index = 0; index < rows.size(); index++) {
            for (Map.Entry<String, JsonNode> cell : expected.get(table).get(index).properties()) {
                int column = columns.stream().map(FieldDefinition::name).toList()
                        .indexOf(cell.getKey());
                assertEquals(value(cell.getValue(), columns.get(column).type()),
                        rows.get(index)[column], table + "[" + index + "]." + cell.getKey());
            }
        }
    }

    private static Object value(JsonNode json, String type) {
        if (json.isNull()) {
            return null;
        }
        return switch (type) {
            case "int" -> json.intValue();
            case "long" -> json.longValue();
            case "double" -> json.doubleValue();
            case "timestamp" -> toMicros(json.textValue());
            case "string" -> json.isTextual() ? json.textValue() : json.toString();
            default -> new BigDecimal(json.textValue());
        };
    }

    private static long toMicros(String utc) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(utc));
    }
}
