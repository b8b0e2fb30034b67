package deltadesk.streaming.progress;

import java.util.Arrays;

/** The ages of a batch's records as 21 quantiles: 0 %, 5 %, … 100 %. */
final class LatencyQuantiles {
    private static final int STEPS = 20;

    private LatencyQuantiles() {}

    /** In milliseconds at `nowMicros`; empty without records. The array is sorted in place. */
    static double[] of(long[] timestampMicros, long nowMicros) {
        if (timestampMicros.length == 0) {
            return new double[0];
        }
        Arrays.sort(timestampMicros);
        double[] quantiles = new double[STEPS + 1];
        int last = timestampMicros.length - 1;
        for (int step = 0; step <= STEPS; step++) {
            // The youngest record has the smallest age.
            int index = last - (int) Math.round((double) step * last / STEPS);
            quantiles[step] = (nowMicros - timestampMicros[index]) / 1000.0;
        }
        return quantiles;
    }
}
