package deltadesk.definition;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A stream pack's `stream.json`, as far as the job needs it. Prepared columns and rules see the
 * Bronze columns; a prepared column hides the Bronze column of its name from the rules and Silver.
 */
public record StreamDefinition(
        String pack,
        String topic,
        long triggerIntervalMs,
        String startingOffsets,
        long maxOffsetsPerTrigger,
        long watermarkDelayMs,
        int schemaVersion,
        String schemaVersionField,
        String eventIdField,
        String eventTimeField,
        /** Bronze's and Silver's column with the broker's time of the record. */
        String kafkaTimestampColumn,
        List<FieldDefinition> fields,
        Map<String, CatalogDefinition> catalogs,
        TableDefinition bronze,
        TableDefinition silver,
        List<ColumnDefinition> prepared,
        List<RuleDefinition> rules,
        List<AggregateDefinition> aggregates) implements Serializable {}
