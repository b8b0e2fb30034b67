package deltadesk.aggregates;

import static deltadesk.aggregates.SilverSample.EVERY_FUNCTION;
import static deltadesk.aggregates.SilverSample.SILVER;
import static deltadesk.aggregates.SilverSample.row;
import static deltadesk.aggregates.SilverSample.rows;
import static deltadesk.aggregates.SilverSample.withoutTimes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateTest {
    @TempDir private Path folder;
    private Lake lake;
    private DeltaTable silver;
    private Aggregate aggregate;

    @BeforeEach
    void open() {
        lake = Lake.open(folder);
        silver = lake.table("silver.sales", SILVER);
        aggregate = Aggregate.open(lake, EVERY_FUNCTION, silver);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void restart() {
        close();
        open();
    }

    private Map<Object, Object[]> byCountry() {
        return aggregate.table().readAll().stream()
                .collect(Collectors.toMap(each -> each[0], Function.identity()));
    }

    private void assertEqualsRecompute() {
        assertEquals(
                withoutTimes(aggregate.recompute()), withoutTimes(aggregate.table().readAll()));
    }

    @Test
    void nullsArePassedOverAndDecimalsAreExact() {
        silver.append("query", 0, rows(
                row("FR", "0.10", 1), row("FR", "0.20", null), row("FR", null, 3),
                row("DE", null, null)));
        aggregate.catchUp(null, 100);
        Object[] france = byCountry().get("FR");
        assertEquals(new BigDecimal("0.30"), france[2]);
        assertEquals(3L, france[3]);
        assertEquals(0L + 4, france[5]);
        assertEquals(new BigDecimal("0.10"), france[7]);
        Object[] germany = byCountry().get("DE");
        assertEquals(null, germany[2], "the sum of no value is null");
        assertEquals(1L, germany[3]);
        assertEquals(0L, germany[4], "the count of no value");
    }

    @Test
    void itsTransactionVersionIsTheSilverVersionThatItContains() {
        assertEquals(-1, aggregate.silverVersion());
        List<Object[]> first = rows(row("FR", "1.00", 1));
        silver.append("query", 0, first);
        assertEquals(1, aggregate.catchUp(first, 100));
        assertEquals(1, aggregate.silverVersion());
        assertEquals(OptionalLong.of(1),
                aggregate.table().transactionVersion("silver:silver.sales"));
        assertEquals(1, aggregate.catchUp(first, 200), "a version is never applied twice");
        assertEquals(1L, byCountry().get("FR")[3]);
    }

    @Test
    void onlyRowsThatChangeGetTheNewTime() {
        silver.append("query", 0, rows(row("FR", "1.00", 1), row("DE", "1.00", 1)));
        aggregate.catchUp(null, 100);
        restart();
        silver.append("query", 1, rows(row("DE", "2.00", 1)));
        aggregate.catchUp(null, 200);
        assertEquals(100L, byCountry().get("FR")[10]);
        assertEquals(200L, byCountry().get("DE")[10]);
    }

    @Test
    void aCrashBetweenSilverAndTheAggregateIsMadeUpAfterTheRestart() {
        silver.append("query", 0, rows(row("FR", "1.00", 1)));
        aggregate.catchUp(null, 100);
        silver.append("query", 1, rows(row("FR", "2.00", 1)));
        silver.append("query", 2, rows(row("FR", "3.00", 1)));
        restart();
        assertEquals(1, aggregate.silverVersion());
        assertEquals(2, aggregate.catchUp(null, 300), "two missed versions are one commit");
        assertEquals(new BigDecimal("6.00"), byCountry().get("FR")[2]);
        assertEqualsRecompute();
    }

    @Test
    void aReplayedAppendToSilverChangesNothing() {
        List<Object[]> batch = rows(row("FR", "1.00", 1));
        silver.append("query", 5, batch);
        aggregate.catchUp(batch, 100);
        restart();
        silver.append("query", 5, batch);
        assertEquals(1, aggregate.catchUp(null, 200));
        assertEquals(new BigDecimal("1.00"), byCountry().get("FR")[2]);
    }

    @Test
    void aCommitWithoutDataIsPassedInMemoryAlone() {
        silver.append("query", 0, rows(row("FR", "1.00", 1)));
        aggregate.catchUp(null, 100);
        silver.append("query", 1, List.of());
        assertEquals(1, aggregate.catchUp(null, 200));
        assertEquals(2, aggregate.silverVersion());
        restart();
        assertEquals(1, aggregate.silverVersion());
        assertEquals(1, aggregate.catchUp(null, 300));
    }

    @Test
    void removedRowsForceAFullRecomputeThatKeepsTheTimesOfEqualRows() {
        silver.append("query", 0, rows(
                row("FR", "1.00", 1), row("DE", "9.00", 1), row("IT", "5.00", 1)));
        aggregate.catchUp(null, 100);
        silver.replace("query", 1, rows(row("FR", "1.00", 1), row("DE", "4.00", 1)));
        aggregate.catchUp(null, 200);
        assertEquals(2, byCountry().size());
        assertEquals(100L, byCountry().get("FR")[10]);
        assertEquals(200L, byCountry().get("DE")[10]);
        assertEqualsRecompute();
    }

    @Test
    void anOverflowIsNamedAndLeavesTheTableAsItWas() {
        AggregateSpec narrow = new AggregateSpec(
                "gold", "narrow", List.of("country"),
                List.of(new MeasureSpec("revenue", "decimal(12,2)", "sum", "amount")),
                "processed_at");
        Aggregate small = Aggregate.open(lake, narrow, silver);
        silver.append("query", 0, rows(row("FR", "9999999999.00", 1)));
        small.catchUp(null, 100);
        silver.append("query", 1, rows(row("DE", "1.00", 1), row("FR", "1.00", 1)));
        String message = assertThrows(AggregateOverflowException.class,
                () -> small.catchUp(null, 200)).getMessage();
        assertTrue(message.contains("revenue of gold.narrow for [FR]"), message);
        assertTrue(message.contains("decimal(12,2)"), message);
        assertEquals(1, small.silverVersion());
        assertEquals(1, small.table().readAll().size());
        assertThrows(AggregateOverflowException.class, () -> small.catchUp(null, 300));
    }

    @Test
    void aSilverTableThatWasSetBackIsNamedWithTheRemedy() {
        silver.append("query", 0, rows(row("FR", "1.00", 1)));
        aggregate.catchUp(null, 100);
        DeltaTable emptier = lake.table("silver.another", SILVER);
        String message = assertThrows(AggregateAheadException.class, () -> {
            aggregate.table().append("silver:silver.another", 9, List.of());
            Aggregate.open(lake, EVERY_FUNCTION, emptier);
        }).getMessage();
        assertTrue(message.contains("Move the folder of gold.by_country away"), message);
    }
}
