package deltadesk.streaming.progress;

import java.util.Map;

/** What Spark tells about a finished micro-batch, under Spark's names; rates may be NaN. */
public record QueryFigures(
        long batchId,
        long inputRows,
        double inputRowsPerSecond,
        double processedRowsPerSecond,
        Map<String, Long> durationMs,
        Map<String, Long> endOffsets) {}
