package deltadesk.definition;

import java.util.List;

/**
 * The columns that the engine brings. A pack's expressions may use them and its fields may not
 * bear their names.
 */
public final class EngineColumns {
    public static final String KAFKA_TOPIC = "kafka_topic";
    public static final String KAFKA_PARTITION = "kafka_partition";
    public static final String KAFKA_OFFSET = "kafka_offset";
    public static final String KAFKA_TIMESTAMP = "kafka_timestamp";
    public static final String KAFKA_KEY = "kafka_key";
    public static final String RAW_VALUE = "raw_value";
    /** When the micro-batch was planned: kept in the checkpoint, so a replay gives the same. */
    public static final String INGESTED_AT = "ingested_at";
    /** Silver's name of the same time. */
    public static final String PROCESSED_AT = "processed_at";
    /** Ids of the broken warning rules joined by `;`, null when none is broken. */
    public static final String DQ_WARNINGS = "dq_warnings";

    /** What stands beside a record's fields, in this order, before Bronze's expressions. */
    public static final List<FieldDefinition> BEFORE_BRONZE = List.of(
            new FieldDefinition(KAFKA_TOPIC, "string", true),
            new FieldDefinition(KAFKA_PARTITION, "int", true),
            new FieldDefinition(KAFKA_OFFSET, "long", true),
            new FieldDefinition(KAFKA_TIMESTAMP, "timestamp", true),
            new FieldDefinition(KAFKA_KEY, "string", false),
            new FieldDefinition(RAW_VALUE, "string", true),
            new FieldDefinition(INGESTED_AT, "timestamp", true));

    /** What joins the prepared columns before Silver's expressions, in this order. */
    public static final List<FieldDefinition> BEFORE_SILVER = List.of(
            new FieldDefinition(DQ_WARNINGS, "string", false),
            new FieldDefinition(PROCESSED_AT, "timestamp", true));

    /**
     * What Bronze and Silver must both hold: the ledger and the choice of duplicates need it.
     * A pack may call the broker's time otherwise.
     */
    public static List<FieldDefinition> inEveryTable(String kafkaTimestampColumn) {
        return List.of(
                new FieldDefinition(KAFKA_PARTITION, "int", true),
                new FieldDefinition(KAFKA_OFFSET, "long", true),
                new FieldDefinition(kafkaTimestampColumn, "timestamp", true));
    }

    private EngineColumns() {}
}
