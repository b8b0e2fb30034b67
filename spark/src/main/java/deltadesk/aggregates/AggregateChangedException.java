package deltadesk.aggregates;

/** An aggregate's table was computed by other measures of the same names and types. */
public final class AggregateChangedException extends RuntimeException {
    AggregateChangedException(String table, String computed, String declared) {
        super("The table " + table + " was computed as " + computed + "; the stream pack now "
                + "declares " + declared + ". Change the pack back, or move the folder of " + table
                + " away: it is then computed anew from Silver.");
    }
}
