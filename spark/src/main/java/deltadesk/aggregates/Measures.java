package deltadesk.aggregates;

import deltadesk.tables.ColumnSpec;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The measure behind each declaration. */
final class Measures {
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");
    private static final Map<String, Integer> INTEGRAL_BYTES = Map.of("int", 4, "long", 8);
    private static final Set<String> NUMBERS = Set.of("int", "long", "double");

    private Measures() {}

    /** `column` is the Silver column, null for a count of rows. Refuses what could lose digits. */
    static Measure of(String table, MeasureSpec spec, ColumnSpec column) {
        String type = spec.type();
        Measure measure = switch (spec.function()) {
            case "count" -> INTEGRAL_BYTES.containsKey(type) ? new Count(type) : null;
            case "sum" -> column == null ? null : sum(type, column.type());
            case "min" -> column == null ? null : extreme(type, column.type(), -1);
            case "max" -> column == null ? null : extreme(type, column.type(), 1);
            case "avg" -> column == null ? null : average(type, column.type());
            case "distinct" -> column == null || !type.equals("long") ? null : new Distinct();
            default -> throw new IllegalArgumentException("The measure " + spec.name() + " of "
                    + table + " uses the function \"" + spec.function()
                    + "\"; there are sum, count, min, max, avg and distinct.");
        };
        if (measure == null) {
            throw new IllegalArgumentException("The measure " + spec.name() + " of " + table
                    + " cannot be " + spec.function() + " of " + (column == null ? "no column"
                            : column.name() + " (" + column.type() + ")") + " as " + type + ".");
        }
        return measure;
    }

    /** Whether a function needs more than its column to go on. */
    static boolean hasState(String function) {
        return function.equals("avg") || function.equals("distinct");
    }

    /** What the column says of itself to its readers; null for an exact figure. */
    static String commentOf(String function) {
        return function.equals("distinct")
                ? "Exact up to " + Distinct.EXACT + " distinct values, then approximate (within 5 %)."
                : null;
    }

    /** A function and how it keeps its state: what was kept otherwise is not gone on with. */
    static String versionOf(String function) {
        return function.equals("distinct") ? function + DistinctSketch.REGISTERS : function;
    }

    /** Of decimals and integers, as a decimal: a mean of doubles depends on their order. */
    private static Measure average(String type, String from) {
        Matcher shown = DECIMAL.matcher(type);
        boolean isExact = DECIMAL.matcher(from).matches() || INTEGRAL_BYTES.containsKey(from);
        return isExact && shown.matches() ? new Average(scaleOf(from),
                Integer.parseInt(shown.group(1)), Integer.parseInt(shown.group(2))) : null;
    }

    private static Measure sum(String type, String from) {
        boolean isDecimal = DECIMAL.matcher(from).matches();
        if (type.equals("double") && (isDecimal || NUMBERS.contains(from))) {
            return (state, value) ->
                    (state == null ? 0.0 : (double) state) + ((Number) value).doubleValue();
        }
        Matcher target = DECIMAL.matcher(type);
        if (target.matches()) {
            int precision = Integer.parseInt(target.group(1));
            int scale = Integer.parseInt(target.group(2));
            boolean fits = isDecimal ? scaleOf(from) <= scale : INTEGRAL_BYTES.containsKey(from);
            return fits ? (state, value) -> decimalSum(state, value, precision, scale) : null;
        }
        boolean fits = INTEGRAL_BYTES.getOrDefault(from, Integer.MAX_VALUE)
                <= INTEGRAL_BYTES.getOrDefault(type, 0);
        if (!fits) {
            return null;
        }
        return type.equals("int")
                ? (state, value) -> Math.addExact(state == null ? 0 : (int) state, (int) value)
                : (state, value) -> Math.addExact(
                        state == null ? 0L : (long) state, ((Number) value).longValue());
    }

    private static int scaleOf(String decimal) {
        Matcher matcher = DECIMAL.matcher(decimal);
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    }

    private static BigDecimal decimalSum(Object state, Object value, int precision, int scale) {
        BigDecimal exact = value instanceof BigDecimal decimal
                ? decimal : BigDecimal.valueOf(((Number) value).longValue());
        BigDecimal sum = state == null ? exact : exact.add((BigDecimal) state);
        BigDecimal scaled = sum.setScale(scale);
        if (scaled.precision() > precision) {
            throw new ArithmeticException("decimal overflow");
        }
        return scaled;
    }

    /** `sign` is that of a comparison which makes a value the new extreme. */
    private static Measure extreme(String type, String from, int sign) {
        if (!type.equals(from) || type.equals("binary")) {
            return null;
        }
        return (state, value) -> state == null || compare(value, state) * sign > 0 ? value : state;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        return Integer.signum(((Comparable<Object>) left).compareTo(right));
    }
}
