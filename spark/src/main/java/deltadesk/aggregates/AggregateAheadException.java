package deltadesk.aggregates;

/** An aggregate contains a Silver version that Silver does not have: Silver was set back. */
public final class AggregateAheadException extends RuntimeException {
    AggregateAheadException(String table, long contained, String silver, long version) {
        super("The table " + table + " contains version " + contained + " of " + silver
                + ", which ends at version " + version + ". Move the folder of " + table
                + " away and start again: it is then computed anew from Silver.");
    }
}
