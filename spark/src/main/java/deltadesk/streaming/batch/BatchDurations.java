package deltadesk.streaming.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long each part of one micro-batch took, in milliseconds, in the order of the parts. */
public final class BatchDurations {
    private final Map<String, Double> millisecondsByPart = new LinkedHashMap<>();
    private final long startedAtNanos = System.nanoTime();

    /** Runs one part; a part that is run again adds to its time. */
    public <T> T measure(String part, Supplier<T> work) {
        long from = System.nanoTime();
        T result = work.get();
        millisecondsByPart.merge(part, milliseconds(System.nanoTime() - from), Double::sum);
        return result;
    }

    /** All parts, and `total` since the batch began. */
    public Map<String, Double> toMap() {
        Map<String, Double> all = new LinkedHashMap<>(millisecondsByPart);
        all.put("total", milliseconds(System.nanoTime() - startedAtNanos));
        return all;
    }

    private static double milliseconds(long nanoseconds) {
        return Math.round(nanoseconds / 1e4) / 100.0;
    }
}
