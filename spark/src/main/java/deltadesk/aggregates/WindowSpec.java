package deltadesk.aggregates;

import java.util.OptionalLong;

/**
 * Tumbling windows over a timestamp column of Silver. `endColumn` is null when the table shows the
 * start alone; without a delay no row is ever late. A window holds its start and not its end.
 */
public record WindowSpec(
        String column,
        long sizeMicros,
        String startColumn,
        String endColumn,
        OptionalLong watermarkDelayMicros) {
    /** The start of the window that a time is in; both microseconds since 1970 UTC. */
    long startOf(long timeMicros) {
        return Math.floorDiv(timeMicros, sizeMicros) * sizeMicros;
    }

    /** Whether the window of a time ends at or before the watermark; both microseconds. */
    public boolean isClosed(long timeMicros, long watermarkMicros) {
        return startOf(timeMicros) + sizeMicros <= watermarkMicros;
    }
}
