package deltadesk.streaming.layers;

import deltadesk.definition.FieldDefinition;
import deltadesk.streaming.parse.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows of the table of rejected records (floor 4.3). */
public final class RejectedRow {
    /** Its columns, in order. */
    public static final List<FieldDefinition> COLUMNS = List.of(
            new FieldDefinition("pack", "string", true),
            new FieldDefinition("stage", "string", true),
            new FieldDefinition("rule", "string", false),
            new FieldDefinition("error", "string", true),
            new FieldDefinition("raw_value", "string", false),
            new FieldDefinition("event_id", "string", false),
            new FieldDefinition("kafka_topic", "string", true),
            new FieldDefinition("kafka_partition", "int", true),
            new FieldDefinition("kafka_offset", "long", true),
            new FieldDefinition("kafka_timestamp", "timestamp", true),
            new FieldDefinition("rejected_at", "timestamp", true),
            new FieldDefinition("jour", "string", true));

    /** The UTC date of the Kafka timestamp. */
    public static final String PARTITION_COLUMN = "jour";
    private static final List<String> NAMES =
            COLUMNS.stream().map(FieldDefinition::name).toList();
    static final int STAGE = 1;
    static final int KAFKA_TIMESTAMP = 9;

    private RejectedRow() {}

    /** Position of a column; -1 when there is none of that name. */
    public static int indexOf(String column) {
        return NAMES.indexOf(column);
    }

    static InternalRow of(
            UTF8String pack, Refusal refusal, KafkaRecord record, long rejectedAtMicros) {
        long day = Math.floorDiv(record.timestampMicros(), 86_400_000_000L);
        return new GenericInternalRow(new Object[] {
            pack,
            text(refusal.stage().word()),
            text(refusal.rule()),
            text(refusal.error()),
            text(record.value().text()),
            text(refusal.eventId()),
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestampMicros(),
            rejectedAtMicros,
            text(LocalDate.ofEpochDay(day).toString()),
        });
    }

    private static UTF8String text(String text) {
        return UTF8String.fromString(text);
    }
}
