package deltadesk.streaming.source;

import java.util.SortedMap;

/**
 * A micro-batch as its checkpoint holds it: `plannedAtMicros` is microseconds since 1970 UTC. For
 * each partition number it reads from `startOffsets` on up to `endOffsets`, the next offset to be
 * read; a partition without start offset begins where Kafka's log does.
 */
public record PlannedBatch(
        long batchId,
        long plannedAtMicros,
        SortedMap<String, Long> startOffsets,
        SortedMap<String, Long> endOffsets) {}
