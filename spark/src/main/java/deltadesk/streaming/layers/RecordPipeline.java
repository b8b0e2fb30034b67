package deltadesk.streaming.layers;

import deltadesk.definition.EngineColumns;
import deltadesk.definition.RuleDefinition;
import deltadesk.definition.StreamDefinition;
import deltadesk.streaming.parse.RecordParser;
import deltadesk.streaming.parse.Refusal;
import deltadesk.streaming.parse.Stage;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Takes one record through parse, schema, Bronze, rules and Silver (floor 4.2). What it gives:
 * a rejected row; or a Bronze row and a rejected row; or a Bronze row and a Silver row that may
 * still be a duplicate. Holds compiled code and buffers: one instance serves one thread.
 */
final class RecordPipeline {
    private static final int ENGINE_COLUMNS = EngineColumns.BEFORE_BRONZE.size();

    private static final int LONGEST_REASON = 300;

    private final RecordParser parser;
    private final UTF8String pack;
    private final RuleDefinition[] rules;
    private final String eventIdField;
    private final int eventIdIndex;
    private final int silverEventId;
    private final int valueCount;
    private final SqlProjection.Compiled bronze;
    private final SqlProjection.Compiled prepared;
    private final SqlProjection.Compiled broken;
    private final SqlProjection.Compiled silver;
    private final UnsafeProjection rejected;
    private final UnsafeProjection sighting;
    private final FieldSightings sightings;
    /** Of the record at hand, once it broke no blocking rule. */
    private UnsafeRow silverRow;

    RecordPipeline(StreamDefinition definition, LayerProjections projections) {
        parser = new RecordParser(definition);
        pack = UTF8String.fromString(definition.pack());
        rules = definition.rules().toArray(RuleDefinition[]::new);
        valueCount = ENGINE_COLUMNS + definition.fields().size();
        eventIdField = definition.eventIdField();
        silverEventId = projections.silver().schema().fieldIndex(eventIdField);
        eventIdIndex = ENGINE_COLUMNS + definition.fields().stream()
                .map(field -> field.name()).toList().indexOf(eventIdField);
        bronze = projections.bronze().create();
        prepared = projections.prepared().create();
        broken = projections.rules().create();
        silver = projections.silver().create();
        rejected = UnsafeProjection.create(
                LayerProjections.struct(RejectedRow.COLUMNS.stream()));
        sighting = UnsafeProjection.create(
                LayerProjections.struct(FieldSighting.COLUMNS.stream()));
        sightings = new FieldSightings(definition.fields());
    }

    /** `plannedAtMicros` is when the micro-batch was planned: the time that the rows carry. */
    void take(InternalRow source, long plannedAtMicros, RowSink rows) {
        KafkaRecord record = KafkaRecord.of(source);
        Object[] values = new Object[valueCount];
        String utf8Text = record.value().isUtf8() ? record.value().text() : null;
        Refusal refusal = parser.parse(record.bytes(), utf8Text, values, ENGINE_COLUMNS);
        if (refusal == null || refusal.stage() != Stage.PARSE) {
            sightings.add(parser.fieldNames(), record.partition(), record.offset());
        }
        if (refusal == null) {
            addEngineColumns(values, record, plannedAtMicros);
            refusal = takeLayers(values, plannedAtMicros, rows);
        }
        if (refusal != null) {
            rows.add(RowKind.REJECTED,
                    rejected.apply(RejectedRow.of(pack, refusal, record, plannedAtMicros)));
        }
    }

    /** After a task's last record. */
    void addFieldSightings(RowSink rows) {
        sightings.take().forEach(each -> rows.add(RowKind.FIELD, sighting.apply(each.toRow())));
    }

    private static void addEngineColumns(
            Object[] values, KafkaRecord record, long plannedAtMicros) {
        Object[] engine = {
            record.topic(), record.partition(), record.offset(), record.timestampMicros(),
            UTF8String.fromString(record.key().text()),
            // A record with fields is UTF-8: its bytes are its text, without a detour.
            UTF8String.fromBytes(record.bytes()), plannedAtMicros,
        };
        System.arraycopy(engine, 0, values, 0, ENGINE_COLUMNS);
    }

    private Refusal takeLayers(Object[] values, long plannedAtMicros, RowSink rows) {
        Object eventId = values[eventIdIndex];
        UnsafeRow bronzeRow;
        try {
            bronzeRow = bronze.apply(new GenericInternalRow(values));
        } catch (Exception | StackOverflowError failure) {
            // Not in Bronze, so it is not one of its rules that the record breaks.
            return failed(Stage.SCHEMA, "bronze.columns", failure, eventId);
        }
        rows.add(RowKind.BRONZE, bronzeRow);
        Refusal refusal;
        try {
            refusal = makeSilverRow(bronzeRow, eventId, plannedAtMicros);
        } catch (Exception | StackOverflowError failure) {
            refusal = failed(Stage.RULE, "silver", failure, eventId);
        }
        if (refusal == null) {
            rows.add(RowKind.SILVER, silverRow);
        }
        return refusal;
    }

    /** The pack's SQL gave no value but an error: that is one record's matter, not the query's. */
    private static Refusal failed(
            Stage stage, String place, Throwable failure, Object eventId) {
        String reason = String.valueOf(failure.getMessage()).strip().split("\\R", 2)[0];
        String shown = reason.length() <= LONGEST_REASON
                ? reason : reason.substring(0, LONGEST_REASON) + "…";
        return new Refusal(stage, place, "An expression of the pack failed: " + shown,
                eventId == null ? null : eventId.toString());
    }

    private Refusal makeSilverRow(UnsafeRow bronzeRow, Object eventId, long plannedAtMicros) {
        InternalRow preparedRow = prepared.apply(bronzeRow);
        InternalRow results = broken.apply(preparedRow);
        StringBuilder warnings = new StringBuilder();
        for (int index = 0; index < rules.length; index++) {
            // Null counts as broken: a rule that cannot be told does not hold.
            if (!results.isNullAt(index) && results.getBoolean(index)) {
                continue;
            }
            RuleDefinition rule = rules[index];
            if (rule.kind() == RuleDefinition.Kind.BLOCKING) {
                return new Refusal(Stage.RULE, rule.id(), rule.error(),
                        eventId == null ? null : eventId.toString());
            }
            warnings.append(warnings.isEmpty() ? "" : ";").append(rule.id());
        }
        UTF8String joined = warnings.isEmpty() ? null : UTF8String.fromString(warnings.toString());
        InternalRow engine = new GenericInternalRow(new Object[] {joined, plannedAtMicros});
        silverRow = silver.apply(new JoinedRow(preparedRow, engine));
        if (silverRow.isNullAt(silverEventId)) {
            // Without an id nothing can tell whether it is a duplicate, whatever the rules say.
            return new Refusal(Stage.RULE, eventIdField, "The event id is empty.", null);
        }
        return null;
    }
}
