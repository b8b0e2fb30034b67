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

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaTableTest {
    private static final String NAME = "silver.every_type";
    @TempDir private Path temporary;
    private Path folder;
    private Lake lake;
    private DeltaTable table;

    @BeforeEach
    void open() {
        folder = temporary.resolve("données de l'été 100% #1");
        lake = Lake.open(folder);
        table = lake.table(NAME, EVERY_TYPE);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void reopen() {
        lake.close();
        lake = Lake.open(folder);
        table = lake.table(NAME, EVERY_TYPE);
    }

    @Test
    void everyTypeAndNullComesBackAsItWasWritten() {
        List<Object[]> rows = rows(
                row("2026-11-21", 1), nulls("2026-11-21"), row("a/b=c d%20é", 2), nulls(null));
        assertEquals(1, table.append("query", 0, rows));
        assertEquals(texts(rows), texts(table.readAll()));
        assertEquals(texts(rows), texts(table.commit(1).rows()));
        reopen();
        assertEquals(texts(rows), texts(table.readAll()));
    }

    @Test
    void emptyTextInAPartitionColumnIsNullBeforeAndAfterTheCommit() {
        Object[] row = row("", 1);
        table.append("query", 0, rows(row));
        assertEquals(null, row[0]);
        assertEquals(texts(rows(row)), texts(table.readAll()));
    }

    @Test
    void aReplayedTransactionAddsNothingAlsoAfterReopening() {
        assertEquals(1, table.append("query", 7, rows(row("d", 1))));
        assertEquals(1, table.append("query", 7, rows(row("d", 1))));
        assertEquals(1, table.append("query", 6, rows(row("d", 1))));
        reopen();
        assertEquals(OptionalLong.of(7), table.transactionVersion("query"));
        assertEquals(1, table.append("query", 7, rows(row("d", 1))));
        assertEquals(1, table.replace("query", 7, List.of()));
        assertEquals(2, table.append("another", 0, rows(row("d", 2))));
        assertEquals(2, table.readAll().size());
        assertEquals(OptionalLong.empty(), table.transactionVersion("unknown"));
    }

    @Test
    void noRowsStillCommitTheTransactionWithoutDataChange() {
        assertEquals(1, table.append("query", 3, List.of()));
        assertFalse(table.commit(1).isDataChange());
        assertEquals(Map.of("query", 3L), table.commit(1).transactions());
        assertEquals(OptionalLong.of(3), table.transactionVersion("query"));
    }

    @Test
    void replaceLeavesOnlyTheNewRowsAndSaysSo() {
        table.append("query", 0, rows(row("d", 1), row("e", 2)));
        reopen();
        table.replace("query", 1, rows(row("d", 3)));
        table.append("query", 2, rows(row("f", 4)));
        table.replace("query", 3, rows(row("d", 5), row("g", 6)));
        List<Object[]> expected = rows(row("d", 5), row("g", 6));
        assertEquals(texts(expected), texts(table.readAll()));
        assertTrue(table.commit(4).hasRemovedRows());
        assertTrue(table.commit(4).isDataChange());
        assertFalse(table.commit(3).hasRemovedRows());
        reopen();
        assertEquals(texts(expected), texts(table.readAll()));
    }

    @Test
    void aCommitReadsOnlyItsOwnRowsInFileOrder() {
        table.append("query", 0, rows(row("d", 1)));
        List<Object[]> rows = rows(row("a", 2), row("b", 3), row("a", 4));
        table.append("query", 1, rows);
        List<Object> numbers = new ArrayList<>();
        table.commit(2).forEachRow(Set.of("an_int"), row -> numbers.add(row[1]));
        assertEquals(List.of(2, 4, 3), numbers);
        assertEquals(numbers, table.inFileOrder(rows).stream().map(row -> row[1]).toList());
        assertThrows(VersionGoneException.class, () -> table.commit(3));
    }

    @Test
    void onlyColumnsAskedForAreRead() {
        table.append("query", 0, rows(row("d", 1)));
        table.forEachRow(Set.of("day"), row -> {
            assertEquals("d", row[0]);
            assertEquals(null, row[4]);
        });
    }

    @Test
    void aDecimalThatDoesNotFitIsRefusedAndNothingIsCommitted() {
        Object[] tooLong = row("d", 1);
        tooLong[10] = new BigDecimal("12345678901.00");
        Object[] tooFine = row("d", 1);
        tooFine[10] = new BigDecimal("1.005");
        for (Object[] row : List.of(tooLong, tooFine)) {
            Exception failure = assertThrows(IllegalArgumentException.class,
                    () -> table.append("query", 0, rows(row)));
            assertTrue(failure.getMessage().contains("middle decimal(12,2)"), failure.getMessage());
        }
        assertEquals(0, table.version());
        assertEquals(1, table.append("query", 0, rows(row("d", 1))));
    }

    @Test
    void filesCarryStatisticsAndCommitsTheirCounts() throws Exception {
        table.append("query", 0, rows(row("d", 1), row("d", 5), nulls("d")));
        String commit = Files.readString(CommitFile.path(
                folder.resolve("silver/every_type"), 1));
        assertTrue(commit.contains("\\\"numRecords\\\":3"), commit);
        assertTrue(commit.contains("\\\"an_int\\\":5"), commit);
        assertTrue(commit.contains("\\\"nullCount\\\":{"), commit);
        assertTrue(commit.contains("\"numOutputRows\":\"3\""), commit);
        assertTrue(commit.contains("\"operation\":\"STREAMING UPDATE\""), commit);
        assertFalse(commit.contains("a_binary"), commit);
        table.replace("query", 1, rows(row("d", 2)));
        assertEquals("{\"numRecords\":3}", CommitFile.read(
                folder.resolve("silver/every_type"), 2).removed().get(0).statistics());
    }

    @Test
    void anotherWritersCommitIsNamedAndThenReadAgain() throws Exception {
        table.append("query", 0, rows(row("d", 1)));
        Path log = folder.resolve("silver/every_type");
        Files.copy(CommitFile.path(log, 1), CommitFile.path(log, 2));
        Exception failure = assertThrows(ForeignWriterException.class,
                () -> table.append("query", 1, rows(row("d", 2))));
        assertTrue(failure.getMessage().contains(NAME), failure.getMessage());
        assertEquals(2, table.version());
        assertEquals(3, table.append("query", 1, rows(row("d", 2))));
    }

    private int logCheckpoints() {
        return folder.resolve("silver/often/_delta_log").toFile()
                .list((none, name) -> name.endsWith(".checkpoint.parquet")).length;
    }

    @Test
    void aLogCheckpointIsWrittenAtTheTablesIntervalAndChangesNoRow() {
        table = lake.table("silver.often", EVERY_TYPE, Map.of("delta.checkpointInterval", "4"));
        List<Object[]> rows = new ArrayList<>();
        for (int batch = 0; batch < 9; batch++) {
            Object[] row = row("d" + batch % 3, batch);
            rows.add(row);
            table.append("query", batch, rows(row));
            table.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + 1_000_000_000L);
            assertEquals(batch >= 6 ? 2 : batch >= 2 ? 1 : 0, logCheckpoints(), "batch " + batch);
        }
        assertTrue(Files.exists(folder.resolve(
                "silver/often/_delta_log/00000000000000000003.checkpoint.parquet")));
        assertEquals(texts(rows), texts(table.readAll()));
        lake.close();
        lake = Lake.open(folder);
        table = lake.table("silver.often", EVERY_TYPE);
        assertEquals(9, table.version());
        assertEquals(texts(rows), texts(table.readAll()));
        assertEquals(OptionalLong.of(8), table.transactionVersion("query"));
    }
}
