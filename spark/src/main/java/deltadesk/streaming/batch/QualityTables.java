package deltadesk.streaming.batch;

import deltadesk.definition.FieldDefinition;
import deltadesk.streaming.layers.RejectedRow;
import deltadesk.tables.ColumnSpec;
import deltadesk.tables.TableSchema;
import java.util.List;

/** The two tables of layer `quality` (floor 4.3 and 4.4), shared by all packs. */
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

    private QualityTables() {}

    private static ColumnSpec column(FieldDefinition field) {
        return new ColumnSpec(field.name(), field.type());
    }
}
