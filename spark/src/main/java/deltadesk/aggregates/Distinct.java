package deltadesk.aggregates;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The number of different values (floor D8): exact up to 256 of them, by their 64-bit hashes, from
 * there on a sketch. Both are the same whatever
 * the order of the values and however they were split into commits.
 */
final class Distinct implements Measure {
    static final int EXACT = 256;
    /** Hashes remembered: most values come again and again. */
    private static final int REMEMBERED = 4_096;

    private final Map<Object, Long> hashes = new HashMap<>();

    /** `hashes` ascending, or a sketch; the other is null. */
    private record State(long[] hashes, DistinctSketch sketch) {
        @Override
        public boolean equals(Object other) {
            return other instanceof State state && Arrays.equals(hashes, state.hashes)
                    && (sketch == null ? state.sketch == null : sketch.equals(state.sketch));
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(hashes);
        }
    }

    @Override
    public Object fold(Object state, Object value) {
        long hash = hashOf(value);
        if (state == null) {
            return new State(new long[] {hash}, null);
        }
        State before = (State) state;
        if (before.sketch != null) {
            DistinctSketch sketch = before.sketch.with(hash);
            return sketch == before.sketch ? state : new State(null, sketch);
        }
        int at = Arrays.binarySearch(before.hashes, hash);
        if (at >= 0) {
            return state;
        }
        long[] more = Arrays.copyOf(before.hashes, before.hashes.length + 1);
        int place = -at - 1;
        System.arraycopy(before.hashes, place, more, place + 1, before.hashes.length - place);
        more[place] = hash;
        return more.length <= EXACT
                ? new State(more, null) : new State(null, DistinctSketch.of(more));
    }

    private long hashOf(Object value) {
        Long known = hashes.get(value);
        if (known != null) {
            return known;
        }
        if (hashes.size() >= REMEMBERED) {
            hashes.clear();
        }
        long hash = ValueHash.of(value);
        hashes.put(value, hash);
        return hash;
    }

    @Override
    public Object toColumn(Object state) {
        if (state == null) {
            return 0L;
        }
        State set = (State) state;
        return set.sketch == null ? (long) set.hashes.length : set.sketch.estimate();
    }

    @Override
    public byte[] toHidden(Object state) {
        if (state == null) {
            return null;
        }
        State set = (State) state;
        if (set.sketch != null) {
            return set.sketch.registers();
        }
        ByteBuffer bytes = ByteBuffer.allocate(set.hashes.length * Long.BYTES);
        Arrays.stream(set.hashes).forEach(bytes::putLong);
        return bytes.array();
    }

    @Override
    public long heapBytes(Object state) {
        if (state == null) {
            return 0;
        }
        State set = (State) state;
        return set.sketch == null
                ? (long) set.hashes.length * Long.BYTES : DistinctSketch.REGISTERS;
    }

    /** A sketch has more bytes than the largest exact set. */
    @Override
    public Object restore(Object column, byte[] hidden) {
        if (hidden == null) {
            return null;
        }
        if (hidden.length == DistinctSketch.REGISTERS) {
            return new State(null, new DistinctSketch(hidden));
        }
        long[] hashes = new long[hidden.length / Long.BYTES];
        ByteBuffer.wrap(hidden).asLongBuffer().get(hashes);
        return new State(hashes, null);
    }
}
