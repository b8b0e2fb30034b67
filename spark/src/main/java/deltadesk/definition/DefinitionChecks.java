package deltadesk.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold between the parts of a definition. */
final class DefinitionChecks {
    private DefinitionChecks() {}

    static void check(JsonField root, StreamDefinition definition) {
        List<String> fields = definition.fields().stream().map(FieldDefinition::name).toList();
        unique(root.child("fields"), fields);
        for (FieldDefinition engine : EngineColumns.BEFORE_BRONZE) {
            if (fields.contains(engine.name())) {
                throw root.child("fields").wrong(
                        "'" + engine.name() + "' is a column of the engine", "Rename the field");
            }
        }
        namesField(root, "schemaVersionField", fields, definition.schemaVersionField());
        namesField(root, "eventIdField", fields, definition.eventIdField());
        namesField(root, "eventTimeField", fields, definition.eventTimeField());
        table(root.object("bronze"), definition.bronze(), definition);
        table(root.object("silver"), definition.silver(), definition);
        unique(root.object("silver").child("prepare"),
                definition.prepared().stream().map(ColumnDefinition::name).toList());
        unique(root.object("silver").child("rules"),
                definition.rules().stream().map(RuleDefinition::id).toList());
        if (!"string".equals(definition.silver().typeOf(definition.eventIdField()))) {
            throw root.object("silver").child("columns").wrong(
                    "the event id '" + definition.eventIdField() + "' is not a string column",
                    "Add it with type string");
        }
        if (!"string".equals(definition.silver().typeOf(EngineColumns.DQ_WARNINGS))) {
            throw root.object("silver").child("columns").wrong(
                    "the column '" + EngineColumns.DQ_WARNINGS + "' is missing or not a string",
                    "Add it with type string");
        }
        if (!"timestamp".equals(definition.silver().typeOf(definition.eventTimeField()))) {
            throw root.object("silver").child("columns").wrong(
                    "the event time '" + definition.eventTimeField()
                            + "' is not a timestamp column", "Add it with type timestamp");
        }
        for (int index = 0; index < definition.aggregates().size(); index++) {
            AggregateChecks.check(root.list("aggregates").get(index),
                    definition.aggregates().get(index), definition.silver());
        }
    }

    private static void namesField(
            JsonField root, String member, List<String> fields, String name) {
        if (!fields.contains(name)) {
            throw root.child(member).wrong("'" + name + "' is not one of the fields",
                    "Name one of " + String.join(", ", fields));
        }
    }

    private static void table(
            JsonField json, TableDefinition table, StreamDefinition definition) {
        List<String> names = table.columns().stream().map(ColumnDefinition::name).toList();
        unique(json.child("columns"), names);
        for (FieldDefinition engine
                : EngineColumns.inEveryTable(definition.kafkaTimestampColumn())) {
            if (!engine.type().equals(table.typeOf(engine.name()))) {
                throw json.child("columns").wrong(
                        "the column '" + engine.name() + "' is missing or of another type",
                        "Add it with type " + engine.type());
            }
        }
        for (String partitionColumn : table.partitionColumns()) {
            isColumn(json.child("partitionColumns"), names, partitionColumn);
        }
    }

    static void isColumn(JsonField json, List<String> columns, String name) {
        if (!columns.contains(name)) {
            throw json.wrong("'" + name + "' is not a column of the table",
                    "Name one of " + String.join(", ", columns));
        }
    }

    static void unique(JsonField json, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw json.wrong("'" + name + "' is there twice", "Keep one of them");
            }
        }
    }
}
