package deltadesk;

import java.util.Random;
import java.util.stream.LongStream;

/** Seeds of tests over random rows; a test's name says its own. */
public final class Seeds {
    private static final int FIXED = 6;

    private Seeds() {}

    /** The same few in every run, and one that no run before had. */
    public static LongStream fixedAndNew() {
        return LongStream.concat(
                LongStream.rangeClosed(1, FIXED), LongStream.of(new Random().nextInt(1 << 30)));
    }
}
