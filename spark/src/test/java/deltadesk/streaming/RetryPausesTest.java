package deltadesk.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RetryPausesTest {
    private final RetryPauses pauses = new RetryPauses();

    @Test
    void theyGrowAndEndAfterFiveWithinTwoMinutes() {
        long nowMs = 1_000_000;
        for (long pauseMs : new long[] {1_000, 2_000, 4_000, 8_000, 16_000}) {
            assertEquals(OptionalLong.of(pauseMs), pauses.next(nowMs));
            nowMs += pauseMs;
        }
        assertEquals(OptionalLong.empty(), pauses.next(nowMs));
    }

    @Test
    void whatRanForLongBeginsTheCountAnew() {
        pauses.next(0);
        pauses.next(5_000);
        assertEquals(OptionalLong.of(1_000), pauses.next(5_000 + 2_000 + 120_000));
    }

    @Test
    void whatFailsSlowlyIsTriedOnAtTheLongestPause() {
        long nowMs = 0;
        OptionalLong pauseMs = OptionalLong.empty();
        for (int attempt = 0; attempt < 20; attempt++) {
            pauseMs = pauses.next(nowMs);
            nowMs += pauseMs.getAsLong() + 30_000;
        }
        assertEquals(OptionalLong.of(30_000), pauseMs);
    }
}
