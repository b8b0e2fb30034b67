package deltadesk.streaming.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names of one record's fields, against those that the definition knows. */
public final class FieldNames {
    /** A record with more unknown fields tells of the first ones. */
    private static final int MOST_UNKNOWN = 20;

    private final boolean[] known;
    private final List<String> unknown = new ArrayList<>();

    FieldNames(int fieldCount) {
        known = new boolean[fieldCount];
    }

    void clear() {
        Arrays.fill(known, false);
        unknown.clear();
    }

    /** False when the record had the field already. */
    boolean addKnown(int index) {
        boolean isFirst = !known[index];
        known[index] = true;
        return isFirst;
    }

    void addUnknown(String name) {
        if (unknown.size() < MOST_UNKNOWN) {
            unknown.add(name);
        }
    }

    /** Whether the record has the definition's field of that position, null included. */
    public boolean has(int index) {
        return known[index];
    }

    /** The fields that the definition lacks; overwritten by the next record. */
    public List<String> unknown() {
        return unknown;
    }
}
