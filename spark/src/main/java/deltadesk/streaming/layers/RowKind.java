package deltadesk.streaming.layers;

/** Which table a row of a {@link RowBlock} belongs to. */
enum RowKind { BRONZE, SILVER, REJECTED }
