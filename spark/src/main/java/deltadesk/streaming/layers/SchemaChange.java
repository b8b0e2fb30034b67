package deltadesk.streaming.layers;

/**
 * A field of the incoming records that the definition lacks (`isNew`), or one that it allows to be
 * missing and that came no more; with the place of the first such record.
 */
public record SchemaChange(String field, boolean isNew, int partition, long offset) {}
