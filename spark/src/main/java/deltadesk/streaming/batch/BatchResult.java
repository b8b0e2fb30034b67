package deltadesk.streaming.batch;

import deltadesk.streaming.source.PlannedBatch;
import java.util.Map;

/**
 * What a micro-batch did. `silverRows` and `duplicateRows` are what the batch gives, also when it
 * had been committed before; `replayed` says that at least one table held it already.
 */
public record BatchResult(
        PlannedBatch batch,
        int inputRows,
        int bronzeRows,
        int silverRows,
        int duplicateRows,
        int rejectedParse,
        int rejectedSchema,
        int rejectedRule,
        Map<String, Long> tableVersions,
        long[] kafkaTimestampMicros,
        Map<String, Double> durationMs,
        boolean replayed) {}
