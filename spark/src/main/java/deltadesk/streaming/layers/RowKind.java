package deltadesk.streaming.layers;

/**
 * Which table a row of a {@link RowBlock} belongs to; FIELD is a {@link FieldSighting} and none.
 */
enum RowKind { BRONZE, SILVER, REJECTED, FIELD }
