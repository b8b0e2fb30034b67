package deltadesk.streaming.layers;

import deltadesk.definition.FieldDefinition;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Where a task first met a field in its records, among fields that the definition lacks or that
 * may be missing. `field` null stands for the first JSON object of the task, whatever its fields.
 */
record FieldSighting(String field, int partition, long offset) {
    /** As a row of a {@link RowBlock}, in order. */
    static final List<FieldDefinition> COLUMNS = List.of(
            new FieldDefinition("field", "string", false),
            new FieldDefinition("kafka_partition", "int", true),
            new FieldDefinition("kafka_offset", "long", true));

    static FieldSighting of(Object[] row) {
        return new FieldSighting((String) row[0], (Integer) row[1], (Long) row[2]);
    }

    InternalRow toRow() {
        return new GenericInternalRow(
                new Object[] {UTF8String.fromString(field), partition, offset});
    }
}
