package deltadesk.streaming;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * How a pack that failed alone is begun anew: as the supervisor does it with the whole job (floor
 * S1-19), up to five times in two minutes, 1 s, 2 s, 4 s … and at most 30 s after the failure.
 */
final class RetryPauses {
    private static final long FIRST_MS = 1_000;
    private static final long LONGEST_MS = 30_000;
    private static final int MOST = 5;
    private static final long WINDOW_MS = 120_000;

    /** When it was begun anew since it last ran for long, epoch milliseconds. */
    private final Deque<Long> retriedAtMs = new ArrayDeque<>();

    /** After a failure at that time: how long to wait, empty when it is no accident any more. */
    OptionalLong next(long nowMs) {
        if (!retriedAtMs.isEmpty() && nowMs - retriedAtMs.getLast() >= WINDOW_MS) {
            retriedAtMs.clear();
        }
        if (retriedAtMs.stream().filter(atMs -> nowMs - atMs < WINDOW_MS).count() >= MOST) {
            return OptionalLong.empty();
        }
        long pauseMs = Math.min(LONGEST_MS, FIRST_MS << Math.min(retriedAtMs.size(), 10));
        retriedAtMs.add(nowMs + pauseMs);
        return OptionalLong.of(pauseMs);
    }
}
