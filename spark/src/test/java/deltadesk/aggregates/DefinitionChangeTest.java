package deltadesk.aggregates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another definition of the same columns computes a table anew, once (floor 10.5). */
class DefinitionChangeTest {
    private static final AggregateSpec BEFORE = spec(OptionalLong.of(0), "quantity < 900", "avg",
            "sales >= 3");
    @TempDir private Path folder;
    private Lake lake;
    private Aggregate aggregate;

    private static AggregateSpec spec(
            OptionalLong delay, String filter, String mean, String derived) {
        return new AggregateSpec("gold", "windows",
                new WindowSpec("at", WindowSample.HOUR_MICROS, "opens", null, delay), filter,
                List.of("quantity"), List.of("country"),
                List.of(new MeasureSpec("sales", "long", "count", null),
                        new MeasureSpec("typical", "decimal(12,2)", mean, "amount"),
                        new MeasureSpec("customers", "long", "distinct", "customer")),
                List.of(new DerivedSpec("is_busy", "boolean", derived)), null, null);
    }

    /** Counts what is below `limit` pieces; busy from `busy` sales on. */
    private static RowExpressions expressions(int limit, long busy) {
        return new RowExpressions() {
            @Override
            public boolean accepts(Object[] silverRow) {
                return (Integer) silverRow[3] < limit;
            }

            @Override
            public Object[] derive(Object[] row) {
                return new Object[] {(Long) row[2] >= busy};
            }
        };
    }

    private static Object[] row(String amount, int quantity, String warnings) {
        return new Object[] {
            "day", "FR", new BigDecimal(amount), quantity, 7, 5L, warnings,
        };
    }

    @BeforeEach
    void begin() {
        open(BEFORE, expressions(900, 3));
        lake.table("silver.sales", WindowSample.SILVER).append("query", 0, List.of(
                row("1.00", 1, null), row("2.01", 899, null), row("5.00", 900, null),
                row("9.00", 1, BEFORE.lateMark())));
        assertTable(2L, "1.51", 1L, false);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void open(AggregateSpec spec, RowExpressions expressions) {
        lake = Lake.open(folder);
        DeltaTable silver = lake.table("silver.sales", WindowSample.SILVER);
        aggregate = Aggregate.open(lake, spec, silver, () -> expressions);
    }

    private void assertTable(Object... measures) {
        aggregate.catchUp(null, 1);
        List<Object[]> rows = aggregate.table().readAll();
        assertEquals(1, rows.size());
        measures[1] = new BigDecimal((String) measures[1]);
        assertArrayEquals(measures, Arrays.copyOfRange(rows.get(0), 2, 6));
    }

    private void change(AggregateSpec spec, RowExpressions expressions, Object... measures) {
        long before = aggregate.table().version();
        close();
        open(spec, expressions);
        assertTable(measures);
        assertNotEquals(before, aggregate.table().version());
        long after = aggregate.table().version();
        close();
        open(spec, expressions);
        aggregate.catchUp(null, 2);
        assertEquals(after, aggregate.table().version(), "once is enough");
    }

    @Test
    void anotherFilter() {
        change(spec(OptionalLong.of(0), "quantity < 901", "avg", "sales >= 3"),
                expressions(901, 3), 3L, "2.67", 1L, true);
    }

    @Test
    void anotherFunctionOfTheSameType() {
        change(spec(OptionalLong.of(0), "quantity < 900", "max", "sales >= 3"),
                expressions(900, 3), 2L, "2.01", 1L, false);
    }

    @Test
    void anotherColumnOfTheSameFunction() {
        List<MeasureSpec> measures = new ArrayList<>(BEFORE.measures());
        measures.set(1, new MeasureSpec("typical", "decimal(12,2)", "avg", "quantity"));
        AggregateSpec changed = new AggregateSpec(BEFORE.layer(), BEFORE.table(), BEFORE.window(),
                BEFORE.filter(), BEFORE.filterColumns(), BEFORE.keys(), measures, BEFORE.derived(),
                null, null);
        change(changed, expressions(900, 3), 2L, "450.00", 1L, false);
    }

    @Test
    void anotherDerivedColumn() {
        change(spec(OptionalLong.of(0), "quantity < 900", "avg", "sales >= 2"),
                expressions(900, 2), 2L, "1.51", 1L, true);
    }

    @Test
    void lateRowsThatAreNoLongerLeftOut() {
        change(spec(OptionalLong.empty(), "quantity < 900", "avg", "sales >= 3"),
                expressions(900, 3), 3L, "4.00", 1L, true);
    }

    @Test
    void anotherDelayChangesNothingThatWasJudgedAlready() {
        long version = aggregate.table().version();
        close();
        open(spec(OptionalLong.of(5), "quantity < 900", "avg", "sales >= 3"), expressions(900, 3));
        assertTable(2L, "1.51", 1L, false);
        assertEquals(version, aggregate.table().version());
    }

    @Test
    void aFailureOnTheWayLeavesTheTableToBeComputedAnewByTheNextProcess() {
        AggregateSpec changed =
                spec(OptionalLong.of(0), "quantity < 900", "avg", "sales >= 2");
        RowExpressions broken = new RowExpressions() {
            @Override
            public boolean accepts(Object[] silverRow) {
                return true;
            }

            @Override
            public Object[] derive(Object[] row) {
                throw new IllegalStateException("on the way");
            }
        };
        close();
        open(changed, broken);
        assertThrows(
                IllegalStateException.class, () -> aggregate.catchUp(null, 1));
        assertEquals(false, aggregate.table().readAll().get(0)[5]);
        close();
        open(changed, expressions(900, 2));
        assertTable(2L, "1.51", 1L, true);
    }
}
