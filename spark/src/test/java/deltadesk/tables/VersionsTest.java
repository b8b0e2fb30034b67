package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many versions of one row-level table and of one aggregate: what a commit costs and what lies on
 * disk must not grow. 1,000 versions each as a test; `-Dlong=100000` says how many, and shows it.
 * Time is short: commits come a hundred times faster than from the job, so that times of keeping
 * are a hundred times shorter.
 */
class VersionsTest {
    private static final int VERSIONS = Integer.getInteger("long", 1_000);
    private static final boolean IS_LONG = VERSIONS >= 10_000;
    private static final int PART = VERSIONS / 10;
    private static final Map<String, String> KEPT =
            Map.of("delta.deletedFileRetentionDuration", "interval 36 seconds");
    private static final Duration LOG_KEPT = Duration.ofSeconds(IS_LONG ? 60 : 1);
    @TempDir private Path folder;
    private final List<Part> parts = new ArrayList<>();

    private record Part(
            double commitMs, double commitWorstMs, double maintenanceMs, double maintenanceWorstMs,
            int liveFiles, long dataFiles, long logFiles, long logBytes) {}

    private interface Commit {
        void run(DeltaTable table, int batch);
    }

    @Test
    void aRowLevelTableStaysFast() throws Exception {
        simulate("silver.t", MaintenancePolicy.ROW_LEVEL,
                (table, batch) -> table.append("query", batch, IntStream.range(0, 5)
                        .mapToObj(number -> row("d" + batch / (VERSIONS / 5), batch)).toList()));
        assertEquals(5 * VERSIONS, reopened("silver.t").readAll().size());
        assertTrue(parts.stream().allMatch(part -> part.liveFiles <= 205), "live files");
    }

    @Test
    void anAggregateStaysFastAndSmall() throws Exception {
        simulate("gold.t", new MaintenancePolicy(false, LOG_KEPT, false, () -> Long.MAX_VALUE),
                (table, batch) -> table.replace("query", batch, IntStream.range(0, 15)
                        .mapToObj(number -> row("d", batch + number)).toList()));
        assertEquals(15, reopened("gold.t").readAll().size());
        Part last = parts.get(parts.size() - 1);
        assertEquals(1, last.liveFiles);
        assertTrue(last.dataFiles < VERSIONS, last.dataFiles + " files of " + VERSIONS);
        assertTrue(last.logFiles < VERSIONS, last.logFiles + " files in the log");
    }

    private DeltaTable reopened(String name) {
        try (Lake lake = Lake.open(folder)) {
            return lake.table(name, EVERY_TYPE);
        }
    }

    private void simulate(String name, MaintenancePolicy policy, Commit commit) throws Exception {
        try (Lake lake = Lake.open(folder)) {
            DeltaTable table = lake.table(name, EVERY_TYPE, KEPT);
            for (int part = 0; part < 10; part++) {
                double[] commits = new double[PART];
                double[] maintenance = new double[PART];
                for (int each = 0; each < PART; each++) {
                    int batch = part * PART + each;
                    commits[each] = ms(() -> commit.run(table, batch));
                    maintenance[each] = ms(() -> table.maintain(
                            policy, System.nanoTime() + 150_000_000L));
                }
                parts.add(measured(table, name, commits, maintenance));
            }
        }
        long started = System.nanoTime();
        DeltaTable table = reopened(name);
        double reopenMs = (System.nanoTime() - started) / 1e6;
        System.out.printf("%s: version %d reopened in %.0f ms%n", name, table.version(), reopenMs);
        double first = parts.get(1).commitMs;
        double last = parts.get(9).commitMs;
        assertTrue(last < 3 * first + 10, "a commit took " + first + " ms, then " + last + " ms");
        assertTrue(reopenMs < 1_000, "reopened in " + reopenMs + " ms");
    }

    private static double ms(Runnable work) {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e6;
    }

    private Part measured(
            DeltaTable table, String name, double[] commits, double[] maintenance)
            throws IOException {
        double total = Arrays.stream(maintenance).sum();
        Arrays.sort(commits);
        Arrays.sort(maintenance);
        Path tableFolder = folder.resolve(name.replace('.', '/'));
        long[] log = sizes(tableFolder.resolve("_delta_log"));
        Part part = new Part(
                commits[PART / 2], commits[PART * 99 / 100], 1000 * total / PART,
                maintenance[PART - 1], table.dataFiles().size(),
                sizes(tableFolder)[0] - log[0], log[0], log[1]);
        if (IS_LONG) {
            System.gc();
            System.out.printf("%s %7d: commit %.1f ms, p99 %.1f; maintenance %.0f ms a thousand, "
                            + "worst %.0f; %d live files, %d data files; log %d files, %.1f MB; "
                            + "heap %d MB%n",
                    name, table.version(), part.commitMs, part.commitWorstMs, part.maintenanceMs,
                    part.maintenanceWorstMs, part.liveFiles, part.dataFiles, part.logFiles,
                    part.logBytes / 1e6, (Runtime.getRuntime().totalMemory()
                            - Runtime.getRuntime().freeMemory()) >> 20);
        }
        return part;
    }

    /** Count and bytes of the files under a folder. */
    private static long[] sizes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long[] sizes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length()).toArray();
            return new long[] {sizes.length, Arrays.stream(sizes).sum()};
        }
    }
}
