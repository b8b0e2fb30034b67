package deltadesk.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the JSON of a `stream.json` into a {@link StreamDefinition}, or says what is wrong. */
final class DefinitionParser {
    private DefinitionParser() {}

    static StreamDefinition parse(String file, JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new DefinitionException(file, "", "it is not a JSON object", "Write { … }");
        }
        JsonField root = new JsonField(file, "", json);
        JsonField streaming = root.object("streaming");
        StreamDefinition definition = new StreamDefinition(
                root.name("pack"),
                root.object("topic").text("name"),
                streaming.wholeNumber("triggerIntervalMs", 0),
                streaming.oneOf("startingOffsets", List.of("earliest", "latest")),
                streaming.wholeNumber("maxOffsetsPerTrigger", 1),
                streaming.wholeNumber("watermarkDelayMs", 0),
                (int) root.wholeNumber("schemaVersion", 1),
                root.name("schemaVersionField"),
                root.name("eventIdField"),
                root.name("eventTimeField"),
                root.has("kafkaTimestampColumn")
                        ? root.name("kafkaTimestampColumn") : EngineColumns.KAFKA_TIMESTAMP,
                root.list("fields").stream().map(DefinitionParser::field).toList(),
                catalogs(root.object("catalogs")),
                table(root.object("bronze")),
                table(root.object("silver")),
                root.object("silver").list("prepare").stream()
                        .map(DefinitionParser::prepared).toList(),
                root.object("silver").list("rules").stream().map(DefinitionParser::rule).toList(),
                root.list("aggregates").stream().map(DefinitionParser::aggregate).toList());
        DefinitionChecks.check(root, definition);
        return definition;
    }

    private static FieldDefinition field(JsonField json) {
        FieldDefinition field = new FieldDefinition(
                json.name("name"), json.type("type"), json.flag("required"),
                json.has("values") ? json.texts("values") : List.of());
        if (!field.values().isEmpty() && !field.type().equals("string")) {
            throw json.child("values").wrong("only a string field can have a list of values",
                    "Take it out");
        }
        return field;
    }

    private static Map<String, CatalogDefinition> catalogs(JsonField json) {
        Map<String, CatalogDefinition> catalogs = new LinkedHashMap<>();
        for (String name : json.memberNames()) {
            JsonField catalog = json.object(name);
            catalogs.put(name, new CatalogDefinition(catalog.text("file"), catalog.name("key")));
        }
        return catalogs;
    }

    private static TableDefinition table(JsonField json) {
        return new TableDefinition(json.name("table"), json.names("partitionColumns"),
                json.list("columns").stream().map(DefinitionParser::column).toList());
    }

    private static ColumnDefinition column(JsonField json) {
        return new ColumnDefinition(json.name("name"), json.type("type"), json.text("sql"));
    }

    private static ColumnDefinition prepared(JsonField json) {
        return new ColumnDefinition(json.name("name"), null, json.text("sql"));
    }

    private static RuleDefinition rule(JsonField json) {
        boolean blocking = json.oneOf("kind", List.of("blocking", "warning")).equals("blocking");
        return new RuleDefinition(
                json.text("id"),
                blocking ? RuleDefinition.Kind.BLOCKING : RuleDefinition.Kind.WARNING,
                json.text("sql"),
                json.text("error"));
    }

    private static AggregateDefinition aggregate(JsonField json) {
        return new AggregateDefinition(
                json.oneOf("layer", List.of("silver", "gold")),
                json.name("table"),
                json.has("window") ? window(json.object("window")) : null,
                json.has("filter") ? json.text("filter") : null,
                json.names("keys"),
                json.list("measures").stream().map(DefinitionParser::measure).toList(),
                json.has("derived")
                        ? json.list("derived").stream().map(DefinitionParser::column).toList()
                        : List.of(),
                json.has("processedAtColumn") ? json.name("processedAtColumn") : null,
                json.has("touchedBy") ? json.name("touchedBy") : null);
    }

    private static AggregateDefinition.Window window(JsonField json) {
        return new AggregateDefinition.Window(
                json.name("column"),
                json.wholeNumber("sizeMs", 1),
                json.name("startColumn"),
                json.has("endColumn") ? json.name("endColumn") : null,
                json.has("watermarkDelayMs") ? json.wholeNumber("watermarkDelayMs", 0) : null);
    }

    private static AggregateDefinition.Measure measure(JsonField json) {
        return new AggregateDefinition.Measure(
                json.name("name"),
                json.type("type"),
                json.oneOf("function", List.of("sum", "count", "min", "max", "avg", "distinct")),
                json.has("column") ? json.name("column") : null);
    }
}
