package deltadesk.aggregates;

/**
 * How one measure is computed. A state is immutable and has a meaningful `equals`; null is the
 * state before any value.
 */
interface Measure {
    /**
     * The state after one more value of Silver, which is not null.
     * {@link ArithmeticException} when it no longer fits the measure's type.
     */
    Object fold(Object state, Object value);

    /** What the table shows for a state. */
    default Object toColumn(Object state) {
        return state;
    }

    /** The state behind what the table shows: the inverse of {@link #toColumn}. */
    default Object fromColumn(Object value) {
        return value;
    }
}
