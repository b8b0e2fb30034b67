package deltadesk.aggregates;

/** How many rows or values there were, as `type` int or long; 0, not null, for none. */
record Count(String type) implements Measure {
    @Override
    public Object fold(Object state, Object value) {
        long more = Math.addExact(state == null ? 0L : ((Number) state).longValue(), 1L);
        return typed(more);
    }

    @Override
    public Object toColumn(Object state) {
        return state == null ? typed(0) : state;
    }

    @Override
    public Object restore(Object column, byte[] hidden) {
        return ((Number) column).longValue() == 0 ? null : column;
    }

    private Object typed(long count) {
        if (type.equals("int")) {
            return Math.toIntExact(count);
        }
        return count;
    }
}
