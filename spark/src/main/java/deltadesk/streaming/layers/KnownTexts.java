package deltadesk.streaming.layers;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * The texts of one column, each distinct one decoded once while it comes again: a country or a
 * product is one object in a whole batch instead of one for each record. A column whose texts do
 * not come again, as ids do, is given up after a trial. Any thread may ask.
 */
final class KnownTexts {
    private static final int SLOTS = 1_024;
    private static final int TRIAL = 2_048;
    /** Longer ones are no names, and are not worth what keeping them takes. */
    private static final int LONGEST_BYTES = 64;

    private record Known(UTF8String bytes, String text) {}

    /** Null once the column is given up. */
    private volatile Known[] slots = new Known[SLOTS];
    /** Threads may lose a count of another: the trial needs a share and no exact number. */
    private int asked;
    private int found;

    /** The text of the bytes, which may be those of a row that is reused. */
    String of(UTF8String bytes) {
        Known[] present = slots;
        if (present == null || bytes.numBytes() > LONGEST_BYTES) {
            return bytes.toString();
        }
        int slot = bytes.hashCode() & (SLOTS - 1);
        Known known = present[slot];
        asked++;
        if (known != null && known.bytes.equals(bytes)) {
            found++;
            return known.text;
        }
        if (asked >= TRIAL) {
            if (found < asked / 2) {
                slots = null;
            }
            asked = 0;
            found = 0;
        }
        String text = bytes.toString();
        present[slot] = new Known(bytes.clone(), text);
        return text;
    }
}
