package deltadesk.aggregates;

/** The expressions of one aggregate, compiled by whoever knows their language. */
public interface RowExpressions {
    /** For an aggregate without filter and derived columns. */
    RowExpressions NONE = new RowExpressions() {
        @Override
        public boolean accepts(Object[] silverRow) {
            return true;
        }

        @Override
        public Object[] derive(Object[] row) {
            return new Object[0];
        }
    };

    /** Whether a row of Silver counts; of its columns only those are there that are looked at. */
    boolean accepts(Object[] silverRow);

    /** The derived columns of a row of window columns, keys and measures. */
    Object[] derive(Object[] row);
}
