package deltadesk.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompactionPlanTest {
    private int files;

    private DataFile file(String day, long rows, long bytes) {
        return new DataFile("f" + files, Map.of("day", day), bytes, files++,
                "{\"numRecords\":" + rows + "}");
    }

    private DataFile merged(List<DataFile> merged) {
        return file(merged.get(0).partitionValues().get("day"),
                merged.stream().mapToLong(DataFile::rowCount).sum(),
                CompactionPlan.bytes(merged)).modifiedAt(
                        merged.get(merged.size() - 1).modifiedAtMs());
    }

    /** Merges all there is to merge; returns the rows rewritten. */
    private long settle(List<DataFile> live) {
        long rewritten = 0;
        List<DataFile> next = CompactionPlan.next(live);
        while (!next.isEmpty()) {
            DataFile result = merged(next);
            assertTrue(next.size() >= 2);
            int at = live.indexOf(next.get(0));
            live.removeAll(next);
            live.add(Math.min(at, live.size()), result);
            live.sort((a, b) -> Long.compare(a.modifiedAtMs(), b.modifiedAtMs()));
            rewritten += result.rowCount();
            next = CompactionPlan.next(live);
        }
        return rewritten;
    }

    @Test
    void aRowIsRewrittenOnceARankAndFilesStayFew() {
        List<DataFile> live = new ArrayList<>();
        long rewritten = 0;
        int most = 0;
        int commits = 50_000;
        for (int commit = 0; commit < commits; commit++) {
            live.add(file("d", 10, 5_000));
            rewritten += settle(live);
            most = Math.max(most, live.size());
        }
        assertTrue(most <= 45, most + " files");
        double times = rewritten / (10.0 * commits);
        assertTrue(times <= 5.5, "each row was rewritten " + times + " times");
        assertEquals(10L * commits, live.stream().mapToLong(DataFile::rowCount).sum());
    }

    @Test
    void batchesOfAnySizeInManyPartitionValuesStayBelowTwoHundredFiles() {
        Random random = new Random(7);
        List<DataFile> live = new ArrayList<>();
        long rows = 0;
        long rewritten = 0;
        for (int commit = 0; commit < 5_000; commit++) {
            long size = (long) Math.pow(10, 5 * random.nextDouble());
            rows += size;
            live.add(file("d" + random.nextInt(30), size, 1_000 + 20 * size));
            rewritten += settle(live);
            int count = live.size();
            assertTrue(count <= 30 + CompactionPlan.MOST_SURPLUS, () -> count + " files");
        }
        double times = (double) rewritten / rows;
        assertTrue(times <= 12, "each row was rewritten " + times + " times");
    }

    @Test
    void onlyNeighboursAreMergedAndFullFilesNever() {
        List<DataFile> live = new ArrayList<>();
        IntStream.range(0, 4).forEach(each -> live.add(file("d", 5, 100)));
        live.add(file("d", 1_000_000, CompactionPlan.FULL_BYTES));
        IntStream.range(0, 7).forEach(each -> live.add(file("d", 5, 100)));
        assertEquals(List.of(), CompactionPlan.next(live));
        live.add(file("d", 5, 100));
        assertEquals(live.subList(5, 13), CompactionPlan.next(live));
    }

    @Test
    void aFileThatMergingMakesIsAboutAFullOne() {
        List<DataFile> live = new ArrayList<>();
        IntStream.range(0, 8).forEach(
                each -> live.add(file("d", 500_000, CompactionPlan.FULL_BYTES / 3)));
        assertEquals(live.subList(0, 3), CompactionPlan.next(live));
    }
}
