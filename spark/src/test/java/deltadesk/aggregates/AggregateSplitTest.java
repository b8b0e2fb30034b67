package deltadesk.aggregates;

import static deltadesk.aggregates.SilverSample.EVERY_FUNCTION;
import static deltadesk.aggregates.SilverSample.SILVER;
import static deltadesk.aggregates.SilverSample.withoutTimes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However Silver's rows came, and whatever happened between, the aggregate is the same. */
class AggregateSplitTest {
    @TempDir private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("deltadesk.Seeds#fixedAndNew")
    void anySplitWithRestartsCrashesReplaysAndCoalescingGivesWhatOneCommitGives(long seed) {
        Random random = new Random(seed);
        List<Object[]> all = SilverSample.random(random, 200);
        List<String> expected;
        try (Lake lake = Lake.open(folder.resolve("once"))) {
            DeltaTable silver = lake.table("silver.sales", SILVER);
            Aggregate aggregate = Aggregate.open(lake, EVERY_FUNCTION, silver);
            silver.append("query", 0, all);
            aggregate.catchUp(all, 1);
            expected = withoutTimes(aggregate.table().readAll());
        }
        assertEquals(expected, inParts(random, all));
    }

    @Test
    void rowsJustCommittedAndRowsReadBackGiveTheSameDoubleToTheLastBit() {
        Random random = new Random(7);
        try (Lake lake = Lake.open(folder)) {
            DeltaTable silver = lake.table("silver.sales", SILVER);
            Aggregate live = Aggregate.open(lake, EVERY_FUNCTION, silver);
            AggregateSpec lateSpec = new AggregateSpec(
                    "gold", "late", EVERY_FUNCTION.keys(), EVERY_FUNCTION.measures(),
                    EVERY_FUNCTION.processedAtColumn());
            // From version 0 on it goes by the log; from none it would begin with the live rows.
            lake.table("gold.late", lateSpec.schema(SILVER))
                    .append("silver:silver.sales", 0, List.of());
            Aggregate late = Aggregate.open(lake, lateSpec, silver);
            live.catchUp(null, 0);
            for (long batch = 0; batch < 5; batch++) {
                List<Object[]> rows = SilverSample.random(random, 60);
                rows.forEach(row -> row[6] = random.nextDouble());
                silver.append("query", batch, rows);
                live.catchUp(rows, batch);
            }
            late.catchUp(null, 9);
            assertEquals(
                    withoutTimes(live.table().readAll()), withoutTimes(late.table().readAll()));
        }
    }

    private List<String> inParts(Random random, List<Object[]> all) {
        Lake lake = Lake.open(folder.resolve("parts"));
        try {
            DeltaTable silver = lake.table("silver.sales", SILVER);
            Aggregate aggregate = Aggregate.open(lake, EVERY_FUNCTION, silver);
            int from = 0;
            for (long batch = 0; from < all.size(); batch++) {
                int to = Math.min(all.size(), from + random.nextInt(60));
                List<Object[]> rows = all.subList(from, to);
                from = to;
                silver.append("query", batch, rows);
                switch (random.nextInt(5)) {
                    case 0 -> { }
                    case 1 -> {
                        lake.close();
                        lake = Lake.open(folder.resolve("parts"));
                        silver = lake.table("silver.sales", SILVER);
                        aggregate = Aggregate.open(lake, EVERY_FUNCTION, silver);
                        silver.append("query", batch, rows);
                    }
                    case 2 -> aggregate.catchUp(null, batch);
                    default -> aggregate.catchUp(rows, batch);
                }
            }
            aggregate.catchUp(null, 1_000);
            assertEquals(silver.version(), aggregate.silverVersion());
            List<String> published = withoutTimes(aggregate.table().readAll());
            assertEquals(withoutTimes(aggregate.recompute()), published);
            return published;
        } finally {
            lake.close();
        }
    }
}
