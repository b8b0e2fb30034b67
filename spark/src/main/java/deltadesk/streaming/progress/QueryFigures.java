package deltadesk.streaming.progress;

import java.util.Map;

/**
 * What Spark tells about a finished micro-batch, under Spark's names; rates may be NaN. The latest
 * offsets are those that the broker had when the batch was planned; null when Spark does not tell
 * them (it plans a batch again that was planned before a restart).
 */
public record QueryFigures(
        long batchId,
        long inputRows,
        double inputRowsPerSecond,
        double processedRowsPerSecond,
        Map<String, Long> durationMs,
        Map<String, Long> endOffsets,
        Map<String, Long> latestOffsets) {}
