package deltadesk.aggregates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.tables.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distinct counts (floor D8): exact up to 100 values, within 5 % beyond. */
class DistinctTest {
    private static Object foldAll(List<?> values) {
        Distinct distinct = new Distinct();
        Object state = null;
        for (Object value : values) {
            state = distinct.fold(state, value);
        }
        return state;
    }

    private static long count(List<?> values) {
        return (Long) new Distinct().toColumn(foldAll(values));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 99, 100, 101, 255, 256})
    void smallSetsAreCountedExactlyHoweverOftenTheirValuesCome(int size) {
        List<String> values = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            IntStream.range(0, size).forEach(each -> values.add("customer " + each));
            Collections.shuffle(values, new Random(round));
        }
        assertEquals(size, count(values));
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 300, 500, 1_000, 2_000, 4_000, 10_000, 20_000, 100_000})
    void largeSetsAreCountedWithinFivePercent(int size) {
        int trials = Math.max(20, 2_000_000 / size);
        double worst = 0;
        int at = 0;
        for (int trial = 0; trial < trials; trial++) {
            int first = trial * size;
            long count = count(IntStream.range(first, first + size).boxed().toList());
            double error = Math.abs(count - size) / (double) size;
            at = error > worst ? trial : at;
            worst = Math.max(worst, error);
        }
        assertTrue(worst <= 0.05, "%d values from %d on are %.1f %% off"
                .formatted(size, at * size, 100 * worst));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 12_000})
    void neitherTheOrderNorAStopInTheMiddleChangesWhatIsKept(int size) {
        List<Integer> values = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Distinct distinct = new Distinct();
        Object inOrder = foldAll(values);
        for (long seed = 0; seed < 5; seed++) {
            Collections.shuffle(values, new Random(seed));
            Object state = null;
            int stop = new Random(seed).nextInt(size);
            for (int each = 0; each < size; each++) {
                state = distinct.fold(state, values.get(each));
                if (each == stop) {
                    state = distinct.restore(distinct.toColumn(state), distinct.toHidden(state));
                }
            }
            assertEquals(inOrder, state, "seed " + seed);
            assertArrayEquals(distinct.toHidden(inOrder), distinct.toHidden(state));
        }
    }

    @Test
    void theHashNeverChangesBecauseSetsOnDiskAreMadeOfIt() {
        assertEquals(0xefd01f60ba992926L, ValueHash.of(""));
        assertEquals(ValueHash.of("1"), ValueHash.of(1));
    }

    @Test
    void theColumnSaysHowExactItIs(@TempDir Path folder) throws IOException {
        try (Lake lake = Lake.open(folder)) {
            AggregateSpec spec = new AggregateSpec("gold", "people", List.of("country"),
                    List.of(new MeasureSpec("people", "long", "distinct", "event_id")), null);
            Aggregate.open(lake, spec, lake.table("silver.sample", SilverSample.SILVER));
        }
        Path firstCommit = folder.resolve("gold/people/_delta_log/00000000000000000000.json");
        assertTrue(Files.readString(firstCommit).contains(
                "Exact up to 256 distinct values, then approximate (within 5 %)."));
    }
}
