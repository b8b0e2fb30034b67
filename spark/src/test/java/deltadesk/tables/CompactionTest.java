package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.nulls;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.rows;
import static deltadesk.tables.SampleTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final long SECOND = 1_000_000_000L;
    @TempDir private Path temporary;
    private Path folder;
    private Lake lake;
    private DeltaTable table;

    @BeforeEach
    void open() {
        folder = temporary.resolve("données de l'été 100% #1");
        lake = Lake.open(folder);
        table = lake.table("silver.t", EVERY_TYPE);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void reopen() {
        lake.close();
        lake = Lake.open(folder);
        table = lake.table("silver.t", EVERY_TYPE);
    }

    private void maintain() {
        table.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + SECOND);
    }

    private String newestCommit() throws Exception {
        return Files.readString(CommitFile.path(folder.resolve("silver/t"), table.version()));
    }

    /** Numbers in file order. */
    private List<Object> numbers() {
        return table.readAll().stream().map(row -> row[1]).toList();
    }

    @Test
    void eightSmallFilesBecomeOneWithoutDataChangeInTheirOrder() throws Exception {
        List<Object[]> expected = new ArrayList<>();
        for (int batch = 0; batch < 8; batch++) {
            assertEquals(batch, table.version());
            List<Object[]> rows = rows(row("a b#%", batch), nulls("a b#%"));
            expected.addAll(rows);
            table.append("query", batch, rows);
            if (batch < 7) {
                maintain();
            }
        }
        maintain();
        assertEquals(9, table.version());
        TableCommit commit = table.commit(9);
        assertFalse(commit.isDataChange());
        assertFalse(commit.hasRemovedRows());
        assertEquals(Map.of(), commit.transactions());
        assertEquals(16, commit.rows().size());
        assertEquals(texts(expected), texts(table.readAll()));
        assertEquals(OptionalLong.of(7), table.transactionVersion("query"));
        String text = newestCommit();
        assertTrue(text.contains("\"operation\":\"OPTIMIZE\""), text);
        assertTrue(text.contains("\"numRemovedFiles\":\"8\""), text);
        assertTrue(text.contains("\\\"numRecords\\\":16"), text);
        reopen();
        assertEquals(OptionalLong.of(7), table.transactionVersion("query"));
        assertEquals(texts(expected), texts(table.readAll()));
        assertEquals(
                IntStream.range(0, 8).boxed().toList(),
                numbers().stream().filter(number -> number != null).toList());
    }

    @Test
    void manyRowsAreCopiedByRowGroupOverSeveralCallsWithStatistics() throws Exception {
        int rows = 5_000;
        List<Object[]> expected = new ArrayList<>();
        for (int batch = 0; batch < 8; batch++) {
            List<Object[]> batchRows = new ArrayList<>();
            for (int number = 0; number < rows; number++) {
                batchRows.add(row("d", batch * rows + number));
            }
            expected.addAll(batchRows);
            table.append("query", batch, batchRows);
        }
        int callsThatCopied = 0;
        while (table.version() == 8) {
            long before = dataFileBytes();
            table.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + 1_000_000);
            callsThatCopied += dataFileBytes() > before ? 1 : 0;
        }
        assertTrue(callsThatCopied > 1, "it was cut into pieces");
        assertEquals(1, table.commit(9).files().size());
        String text = newestCommit();
        assertTrue(text.contains("\\\"numRecords\\\":40000"), text);
        assertTrue(text.contains("\\\"an_int\\\":39999"), text);
        assertEquals(IntStream.range(0, 8 * rows).boxed().toList(), numbers());
        assertEquals(texts(expected), texts(table.readAll()));
    }

    @Test
    void aReaderOfAnOlderVersionStillFindsItsFiles() {
        for (int batch = 0; batch < 8; batch++) {
            table.append("query", batch, rows(row("d", batch)));
        }
        List<TableCommit> before = IntStream.rangeClosed(1, 8)
                .mapToObj(version -> table.commit(version)).toList();
        maintain();
        for (int batch = 0; batch < 8; batch++) {
            assertEquals(texts(rows(row("d", batch))), texts(before.get(batch).rows()));
        }
    }

    @Test
    void aCrashBeforeTheCompactionsCommitLosesNothing() {
        List<Object[]> expected = new ArrayList<>();
        for (int batch = 0; batch < 8; batch++) {
            expected.add(row("d", batch));
            table.append("query", batch, rows(row("d", batch)));
        }
        DeltaTable crashed = table;
        lake.close();
        assertThrows(IllegalStateException.class, () -> crashed.maintain(
                MaintenancePolicy.ROW_LEVEL, System.nanoTime() + SECOND));
        reopen();
        assertEquals(8, table.version());
        assertEquals(texts(expected), texts(table.readAll()));
        maintain();
        assertEquals(9, table.version());
        assertEquals(texts(expected), texts(table.readAll()));
    }

    @Test
    void aCopyUnderWayIsGivenUpWithoutATraceWhenTheLakeCloses() throws Exception {
        for (int batch = 0; batch < 8; batch++) {
            table.append("query", batch, IntStream.range(0, 5_000)
                    .mapToObj(number -> row("d", number)).toList());
        }
        while (dataFiles() == 8) {
            table.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + 1_000_000);
        }
        assertEquals(8, table.version(), "the copy has begun and is not finished");
        reopen();
        assertEquals(8, dataFiles());
        long deadline = System.nanoTime() + 60 * SECOND;
        while (table.version() == 8 && System.nanoTime() < deadline) {
            maintain();
        }
        assertEquals(9, table.version());
    }

    @Test
    void aFileThatIsGoneIsLeftOutAndTheOthersAreMerged() throws Exception {
        for (int batch = 0; batch < 17; batch++) {
            table.append("query", batch, rows(row("d", batch)));
        }
        Files.delete(table.commit(3).files().get(0).in(folder.resolve("silver/t")));
        maintain();
        assertEquals(18, table.version());
        assertEquals(16, table.commit(18).rows().size());
        assertThrows(VersionGoneException.class, () -> table.readAll());
    }

    private long dataFileBytes() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("silver/t/day=d"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private long dataFiles() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("silver/t/day=d"))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }
}
