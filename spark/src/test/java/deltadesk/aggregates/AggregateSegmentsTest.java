package deltadesk.aggregates;

import static deltadesk.aggregates.WindowSample.DAY_MICROS;
import static deltadesk.aggregates.WindowSample.HOUR_MICROS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.tables.DataFile;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a batch rewrites of an aggregate, and that nothing gets lost between its files. */
class AggregateSegmentsTest {
    private static final int COUNTRIES = 30;
    private static final long WINDOW_MICROS = HOUR_MICROS / 12;
    /** A whole day: windows that a day has. */
    private static final int WINDOWS = 288;

    @TempDir private Path folder;
    private Lake lake;
    private DeltaTable silver;
    private Aggregate windows;
    private final List<Object[]> all = new ArrayList<>();
    private final Random random = new Random(5);
    private long batch;

    @BeforeEach
    void open() {
        lake = Lake.open(folder);
        silver = lake.table("silver.sales", WindowSample.SILVER);
        windows = aggregate(WindowSample.MINUTES);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private Aggregate aggregate(AggregateSpec spec) {
        return Aggregate.open(lake, spec, silver, () -> WindowSample.EXPRESSIONS);
    }

    private void restart() {
        close();
        open();
    }

    private Object[] row(String day, int country, long atMicros) {
        return new Object[] {
            day, "C" + country, BigDecimal.valueOf(random.nextInt(200_000), 2),
            1 + random.nextInt(20), random.nextInt(5_000), atMicros, null,
        };
    }

    /** Some sales of every country in the window, as a batch. */
    private void sell(long window) {
        List<Object[]> rows = new ArrayList<>();
        for (int country = 0; country < COUNTRIES; country++) {
            for (int sale = 0; sale < 6; sale++) {
                rows.add(row("d", country, window * WINDOW_MICROS + country));
            }
        }
        commit(windows, rows);
    }

    private void commit(Aggregate aggregate, List<Object[]> rows) {
        all.addAll(rows);
        silver.append("query", batch++, rows);
        aggregate.catchUp(rows, batch);
    }

    private static void assertComplete(
            Aggregate aggregate, AggregateSpec spec, List<Object[]> all) {
        List<String> expected = PlainRecompute.of(spec, all);
        assertEquals(expected, PlainRecompute.texts(spec, aggregate.table().readAll()));
        assertEquals(expected, PlainRecompute.texts(spec, aggregate.recompute()));
    }

    private long bytesOnDisk() throws IOException {
        try (var files = Files.list(folder.resolve("gold").resolve("minutes"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Twelve hours of them: once in a while old windows are put into the file of their day. */
    @Test
    void aBatchRewritesLittleHoweverLateInTheDayItComes() throws IOException {
        List<Long> written = new ArrayList<>();
        for (long window = WINDOWS / 2; window < WINDOWS; window++) {
            long before = bytesOnDisk();
            sell(window);
            written.add(bytesOnDisk() - before);
        }
        assertTrue(windows.table().dataFiles().size() <= 6,
                windows.table().dataFiles().size() + " files");
        assertComplete(windows, WindowSample.MINUTES, all);
        written.sort(null);
        assertTrue(written.get(WINDOWS / 4) < 15_000, "bytes that batches wrote: " + written);
    }

    @Test
    void aTableWithAFileForADayGoesOnAndIsCutFromThenOn() {
        for (long window = 0; window < 40; window++) {
            sell(window);
        }
        DeltaTable table = windows.table();
        List<DataFile> day = table.fileWriter().write(table.readAll());
        table.replaceFiles("silver:silver.sales",
                silver.version(), silver.version(), table.dataFiles(), day);
        restart();
        for (long window = 36; window < 70; window += 3) {
            sell(window);
            sell(window - 24);
        }
        assertComplete(windows, WindowSample.MINUTES, all);
        assertTrue(windows.table().dataFiles().size() > 1, "young windows have files of their own");
        sell(WINDOWS + 1);
        restart();
        sell(41);
        sell(3 * WINDOWS);
        assertComplete(windows, WindowSample.MINUTES, all);
    }

    /** As when one of an attempt that was given up is still at work. */
    @Test
    void ofTwoThatAdvanceTheSameTableOneGivesUpAndLooksAnew() {
        sell(0);
        Aggregate late = aggregate(WindowSample.MINUTES);
        for (long window : List.of(1L, 0L)) {
            List<Object[]> rows = new ArrayList<>();
            rows.add(row("d", 1, window * WINDOW_MICROS));
            commit(windows, rows);
            assertThrows(IllegalStateException.class, () -> late.catchUp(null, batch));
            late.catchUp(null, batch);
        }
        assertComplete(windows, WindowSample.MINUTES, all);
    }

    @Test
    void windowsInAnyOrderShareTheFileOfTheirDay() {
        List<Object[]> rows = new ArrayList<>();
        for (int day = 20; day > 0; day--) {
            for (int hour = 0; hour < 24; hour++) {
                rows.add(row("d", 1, day * DAY_MICROS + (hour * 7 % 24) * HOUR_MICROS));
            }
        }
        commit(windows, rows);
        assertTrue(windows.table().dataFiles().size() <= 20 + 4,
                windows.table().dataFiles().size() + " files");
        assertComplete(windows, WindowSample.MINUTES, all);
    }

    @Test
    void theValueOfADeclaredKeyMayLookLikeATime() {
        Aggregate days = aggregate(WindowSample.DAYS);
        List<String> names = List.of("2026-11-21T10 to 11", "2026-11-21T12 to 13", "2026-11-21");
        names.forEach(name -> commit(days, List.<Object[]>of(row(name, 1, 0))));
        restart();
        Aggregate again = aggregate(WindowSample.DAYS);
        names.forEach(name -> commit(again, List.<Object[]>of(row(name, 1, 0))));
        assertComplete(again, WindowSample.DAYS, all);
    }
}
