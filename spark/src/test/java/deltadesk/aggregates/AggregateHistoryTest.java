package deltadesk.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.MaintenancePolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Windows, late marks, filters, means and distinct counts: whatever the order of the rows, the
 * commits that they came in, the restarts, replays, rebuilds and compactions between, the table is
 * the one that plain arithmetic gives. The seed of a failure is in the test's name.
 */
class AggregateHistoryTest {
    private static final List<AggregateSpec> SPECS =
            List.of(WindowSample.WINDOWS, WindowSample.MINUTES, WindowSample.DAYS);
    @TempDir private Path folder;
    private TimeZone zone;
    private Lake lake;
    private DeltaTable silver;
    private List<Aggregate> aggregates;

    /** Days are UTC days, wherever the computer is. */
    @BeforeEach
    void travel() {
        zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        open("once");
    }

    @AfterEach
    void close() {
        lake.close();
        TimeZone.setDefault(zone);
    }

    private void open(String name) {
        lake = Lake.open(folder.resolve(name));
        silver = lake.table("silver.sales", WindowSample.SILVER);
        aggregates = SPECS.stream().map(spec -> Aggregate.open(
                lake, spec, silver, () -> WindowSample.EXPRESSIONS)).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyHistoryOfTheSameRowsGivesTheSameTable(long seed) {
        Random random = new Random(seed);
        int days = random.nextBoolean() ? 4 : 150;
        List<Object[]> all = WindowSample.random(random, 1_200, days);
        silver.append("query", 0, all);
        aggregates.forEach(each -> each.catchUp(all, 1));
        List<List<String>> once = withState();
        assertEqualsPlainArithmetic(all);
        lake.close();
        Collections.shuffle(all, random);
        open("parts");
        inParts(random, all);
        for (int each = 0; each < SPECS.size(); each++) {
            assertSameRows(once.get(each), withState().get(each));
        }
        assertEqualsPlainArithmetic(all);
    }

    @Test
    void daysThatComeInAnyOrderShareFilesWithoutLosingTheirRows() {
        Random random = new Random(9);
        long batch = 0;
        List<Object[]> all = new ArrayList<>();
        // New days until the oldest share a file; then older ones, and rows for days on both sides.
        for (int[] range : new int[][] {{100, 235}, {1, 40}, {95, 140}, {30, 130}}) {
            for (int day = range[0]; day < range[1]; ) {
                List<Object[]> added = new ArrayList<>();
                for (int days = 1 + random.nextInt(5); days > 0 && day < range[1]; days--) {
                    addDay(random, day, added);
                    day += 1 + random.nextInt(2);
                }
                all.addAll(added);
                silver.append("query", batch++, added);
                aggregates.forEach(each -> each.catchUp(added, 1));
            }
        }
        assertEqualsPlainArithmetic(all);
        aggregates.forEach(each -> assertTrue(each.table().dataFiles().size() <= 200,
                each.table().name() + " has " + each.table().dataFiles().size() + " files"));
        lake.close();
        open("once");
        assertEqualsPlainArithmetic(all);
    }

    /** Two rows of a day and a late one, so that days far apart change in one commit. */
    private static void addDay(Random random, int day, List<Object[]> rows) {
        for (Object[] row : WindowSample.random(random, 2, 1)) {
            row[0] = "day " + (1000 + day);
            row[5] = day * WindowSample.DAY_MICROS;
            rows.add(row);
        }
        Object[] older = rows.get(rows.size() - 2).clone();
        older[0] = "day " + (1000 + Math.max(1, day - 120));
        older[5] = Math.max(1, day - 120) * WindowSample.DAY_MICROS;
        rows.add(older);
    }

    private void inParts(Random random, List<Object[]> all) {
        int from = 0;
        for (long batch = 0; from < all.size(); batch++) {
            int to = Math.min(all.size(), from + random.nextInt(120));
            List<Object[]> rows = all.subList(from, to);
            from = to;
            long number = batch;
            silver.append("query", number, rows);
            switch (random.nextInt(6)) {
                case 0 -> { }
                case 1 -> {
                    lake.close();
                    open("parts");
                    silver.append("query", number, rows);
                }
                case 2 -> aggregates.forEach(each -> each.catchUp(null, number));
                case 3 -> {
                    aggregates.forEach(each -> each.catchUp(rows, number));
                    long until = System.nanoTime() + 1_000_000_000L;
                    silver.maintain(MaintenancePolicy.ROW_LEVEL, until);
                    aggregates.forEach(each ->
                            each.table().maintain(MaintenancePolicy.AGGREGATE, until));
                }
                case 4 -> aggregates.get(random.nextInt(3)).catchUp(rows, number);
                default -> aggregates.forEach(each -> each.catchUp(rows, number));
            }
        }
        if (random.nextBoolean()) {
            // Rows that are taken out of Silver make all of them be computed anew.
            silver.replace("query", 1_000_000, all);
        }
        aggregates.forEach(each -> each.catchUp(null, 1_000));
    }

    /** All but the time, which is the last column but one. */
    private List<List<String>> withState() {
        return aggregates.stream().map(each -> each.table().readAll().stream().map(row -> {
            row[row.length - 2] = null;
            row[row.length - 1] = Arrays.toString((byte[]) row[row.length - 1]);
            return Arrays.toString(row);
        }).sorted().toList()).toList();
    }

    private void assertEqualsPlainArithmetic(List<Object[]> all) {
        for (int each = 0; each < SPECS.size(); each++) {
            List<String> expected = PlainRecompute.of(SPECS.get(each), all);
            assertSameRows(expected, PlainRecompute.texts(
                    SPECS.get(each), aggregates.get(each).table().readAll()));
            assertSameRows(expected, PlainRecompute.texts(
                    SPECS.get(each), aggregates.get(each).recompute()));
        }
    }

    /** Names the rows that differ, and no others. */
    private static void assertSameRows(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(actual);
        expected.forEach(surplus::remove);
        assertEquals(missing, surplus);
    }
}
