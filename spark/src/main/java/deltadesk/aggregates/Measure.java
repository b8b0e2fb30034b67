package deltadesk.aggregates;

/**
 * How one measure is folded. A state is null before the first value, is never changed in place, and
 * equals another exactly when both contain the same; it does not depend on the order of the values
 * (of doubles only as far as their sums do).
 */
interface Measure {
    /**
     * The state with one more value, which is never null. {@link ArithmeticException} when it no
     * longer fits the measure's type.
     */
    Object fold(Object state, Object value);

    /** What the table shows for a state. */
    default Object toColumn(Object state) {
        return state;
    }

    /** What else continues the state, null when the column is enough. */
    default byte[] toHidden(Object state) {
        return null;
    }

    /** About what a state takes of the heap beside its fixed parts, in bytes. */
    default long heapBytes(Object state) {
        return state instanceof String text ? text.length() : 0;
    }

    /** The state behind what the table holds: the inverse of the two. */
    default Object restore(Object column, byte[] hidden) {
        return column;
    }
}
