package deltadesk.aggregates;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The mean of exact numbers, rounded half up to the column's scale (floor A2). */
final class Average implements Measure {
    /** Scale of the values; their sum keeps it. */
    private final int scale;
    private final int shownPrecision;
    private final int shownScale;

    Average(int scale, int shownPrecision, int shownScale) {
        this.scale = scale;
        this.shownPrecision = shownPrecision;
        this.shownScale = shownScale;
    }

    private record State(BigDecimal sum, long count) {}

    @Override
    public Object fold(Object state, Object value) {
        BigDecimal exact = (value instanceof BigDecimal decimal
                ? decimal : BigDecimal.valueOf(((Number) value).longValue())).setScale(scale);
        if (state == null) {
            return new State(exact, 1);
        }
        State before = (State) state;
        return new State(before.sum.add(exact), Math.addExact(before.count, 1));
    }

    @Override
    public Object toColumn(Object state) {
        if (state == null) {
            return null;
        }
        State mean = (State) state;
        BigDecimal rounded = mean.sum.divide(
                BigDecimal.valueOf(mean.count), shownScale, RoundingMode.HALF_UP);
        if (rounded.precision() > shownPrecision) {
            throw new ArithmeticException("decimal overflow");
        }
        return rounded;
    }

    @Override
    public byte[] toHidden(Object state) {
        if (state == null) {
            return null;
        }
        byte[] sum = ((State) state).sum.unscaledValue().toByteArray();
        return ByteBuffer.allocate(Long.BYTES + sum.length)
                .putLong(((State) state).count).put(sum).array();
    }

    @Override
    public Object restore(Object column, byte[] hidden) {
        return hidden == null ? null : new State(
                new BigDecimal(
                        new BigInteger(Arrays.copyOfRange(hidden, Long.BYTES, hidden.length)),
                        scale),
                ByteBuffer.wrap(hidden).getLong());
    }
}
