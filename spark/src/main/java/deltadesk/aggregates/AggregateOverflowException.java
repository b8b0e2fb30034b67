package deltadesk.aggregates;

import java.util.List;

/** A measure has outgrown its declared type; nothing of that Silver version was published. */
public final class AggregateOverflowException extends RuntimeException {
    AggregateOverflowException(
            String table, MeasureSpec measure, List<Object> key, ArithmeticException cause) {
        super("The " + measure.function() + " " + measure.name() + " of " + table + " for " + key
                + " no longer fits " + measure.type() + ". Declare a larger type in the stream "
                + "pack and move the table's folder away: it is then computed anew from Silver.",
                cause);
    }
}
