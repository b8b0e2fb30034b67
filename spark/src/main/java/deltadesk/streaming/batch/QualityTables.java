package deltadesk.streaming.batch;

import deltadesk.definition.FieldDefinition;
import deltadesk.streaming.layers.RejectedRow;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.util.List;

/** The tables of layer `quality` (floor 4.3, 4.4 and 5), shared by all packs. */
final class QualityTables {
    static final String REJECTED_NAME = "quality.rejected_records";
    static final TableSchema REJECTED = new TableSchema(
            RejectedRow.COLUMNS.stream().map(QualityTables::column).toList(),
            List.of(RejectedRow.PARTITION_COLUMN));

    static final String DUPLICATES_NAME = "quality.duplicates";
    static final TableSchema DUPLICATES = new TableSchema(
            List.of(
                    new ColumnSpec("pack", "string"),
                    new ColumnSpec("kafka_topic", "string"),
                    new ColumnSpec("kafka_partition", "int"),
                    new ColumnSpec("kafka_offset", "long"),
                    new ColumnSpec("event_id", "string"),
                    new ColumnSpec("winning_partition", "int"),
                    new ColumnSpec("winning_offset", "long"),
                    new ColumnSpec("found_at", "timestamp")),
            List.of());

    static final String BATCHES_NAME = "quality.batches";
    /** Offsets are JSON objects of numbers by partition. */
    static final TableSchema BATCHES = new TableSchema(
            List.of(
                    new ColumnSpec("pack", "string"),
                    new ColumnSpec("query_id", "string"),
                    new ColumnSpec("batch_id", "long"),
                    new ColumnSpec("silver_version", "long"),
                    new ColumnSpec("watermark", "timestamp"),
                    new ColumnSpec("max_event_time", "timestamp"),
                    new ColumnSpec("input_rows", "long"),
                    new ColumnSpec("bronze_rows", "long"),
                    new ColumnSpec("silver_rows", "long"),
                    new ColumnSpec("duplicate_rows", "long"),
                    new ColumnSpec("rejected_parse", "long"),
                    new ColumnSpec("rejected_schema", "long"),
                    new ColumnSpec("rejected_rule", "long"),
                    new ColumnSpec("dropped_by_watermark", "long"),
                    new ColumnSpec("start_offsets", "string"),
                    new ColumnSpec("end_offsets", "string"),
                    new ColumnSpec("planned_at", "timestamp")),
            List.of());

    private QualityTables() {}

    private static ColumnSpec column(FieldDefinition field) {
        return new ColumnSpec(field.name(), field.type());
    }
}
