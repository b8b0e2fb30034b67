package deltadesk.aggregates;

/** A column that follows from the other columns of its row, by an expression of the pack. */
public record DerivedSpec(String name, String type, String sql) {}
