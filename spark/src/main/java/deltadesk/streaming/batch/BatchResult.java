package deltadesk.streaming.batch;

import deltadesk.streaming.source.PlannedBatch;
import java.util.Map;

/**
 * What a micro-batch did. `counts` are what the batch gives, also when it had been committed
 * before; `replayed` says that at least one table held it already.
 */
public record BatchResult(
        PlannedBatch batch,
        BatchCounts counts,
        Map<String, Long> tableVersions,
        long[] kafkaTimestampMicros,
        Map<String, Double> durationMs,
        boolean replayed) {}
