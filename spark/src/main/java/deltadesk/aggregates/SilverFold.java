package deltadesk.aggregates;

import deltadesk.tables.DeltaTable;
import deltadesk.tables.TableCommit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes rows of Silver into an aggregate's groups, those that its filter lets through. */
final class SilverFold {
    private final DeltaTable silver;
    private final RowLayout layout;
    private final boolean hasFilter;
    private final Supplier<RowExpressions> expressions;

    /** `expressions` are not asked for before there is a row. */
    SilverFold(
            AggregateSpec spec,
            DeltaTable silver,
            RowLayout layout,
            Supplier<RowExpressions> expressions) {
        this.silver = silver;
        this.layout = layout;
        this.expressions = expressions;
        hasFilter = spec.filter() != null;
    }

    private void fold(Object[] row, Consumer<Object[]> into) {
        if (!hasFilter || expressions.get().accepts(row)) {
            into.accept(row);
        }
    }

    /** Rows that were just appended, in the order in which their commit would give them. */
    void appended(List<Object[]> rows, Segments into) {
        silver.inFileOrder(rows).forEach(row -> fold(row, into::fold));
    }

    /** The rows that a commit added; {@link deltadesk.tables.VersionGoneException}. */
    void commit(TableCommit commit, Segments into) {
        commit.forEachRow(layout.silverColumns(), row -> fold(row, into::fold));
    }

    /** All live rows of Silver. */
    void all(Consumer<Object[]> into) {
        silver.forEachRow(layout.silverColumns(), row -> fold(row, into));
    }
}
