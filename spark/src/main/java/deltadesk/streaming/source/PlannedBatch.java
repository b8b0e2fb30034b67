package deltadesk.streaming.source;

import java.util.SortedMap;

/**
 * A micro-batch as its checkpoint holds it: `plannedAtMicros` is microseconds since 1970 UTC,
 * `endOffsets` the next offset to be read for each partition number.
 */
public record PlannedBatch(
        long batchId, long plannedAtMicros, SortedMap<String, Long> endOffsets) {}
