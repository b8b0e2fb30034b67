package deltadesk.aggregates;

/**
 * A column that an aggregate computes. `function` is sum, count, min, max, avg or distinct; `column` is the Silver
 * column that it takes, null for a count of rows; nulls in it are passed over.
 */
public record MeasureSpec(String name, String type, String function, String column) {}
