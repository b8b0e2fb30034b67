package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person asks for: as few files as there can be, by pieces, while commits go on. */
class FullCompactionTest {
    private static final long SECOND = 1_000_000_000L;
    @TempDir private Path folder;
    private Lake lake;
    private DeltaTable table;
    private final List<Object[]> expected = new ArrayList<>();
    private int number;

    @BeforeEach
    void open() {
        lake = Lake.open(folder);
        table = lake.table("silver.t", EVERY_TYPE);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void append(String day, int count) {
        List<Object[]> added = IntStream.range(0, count)
                .mapToObj(each -> row(day, number++)).toList();
        expected.addAll(added);
        table.append("query", table.version(), added);
    }

    private CompactionResult compact() {
        try (FullCompaction compaction = table.upkeep().beginCompaction()) {
            while (!compaction.isDone()) {
                compaction.advance(System.nanoTime() + SECOND);
            }
            return compaction.result();
        }
    }

    @Test
    void filesTooFewForTheUsualCompactionBecomeOneOfEachPartitionValue() throws Exception {
        for (int each = 0; each < 5; each++) {
            append("monday", 2);
            append("tuesday", 3);
        }
        table.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + SECOND);
        assertEquals(10, table.dataFiles().size());
        KernelReader before = new KernelReader(folder.resolve("silver/t"), EVERY_TYPE);
        CompactionResult result = compact();
        assertEquals(10, result.filesBefore());
        assertEquals(2, result.filesAfter());
        assertEquals(10, result.merged());
        assertEquals(10, result.planned());
        assertEquals(table.version(), result.version());
        assertTrue(result.bytesAfter() < result.bytesBefore());
        assertEquals(2, table.dataFiles().size());
        assertFalse(table.commit(table.version()).isDataChange());
        assertTrue(Files.readString(CommitFile.path(folder.resolve("silver/t"), table.version()))
                .contains("\"auto\":\"false\""));
        assertEquals(texts(expected), texts(table.readAll()));
        assertEquals(texts(expected), texts(before.rows()), "a reader of the version before");
        long version = table.version();
        assertEquals(2, compact().filesAfter());
        assertEquals(version, table.version(), "there was nothing to do");
    }

    @Test
    void manyTinyFilesBecomeOneInRoundsOfAFewFilesEach() throws Exception {
        for (int each = 0; each < 70; each++) {
            append("d", 2);
        }
        CompactionResult result = compact();
        assertEquals(70, result.filesBefore());
        assertEquals(1, result.filesAfter());
        assertEquals(70 + 3, result.merged(), "two rounds: 32 and 32 and 6, then these three");
        assertEquals(result.merged(), result.planned());
        assertEquals(texts(expected), texts(table.readAll()));
    }

    @Test
    void bigFilesAreCopiedByPiecesBetweenWhichCommitsGoOn() {
        int size = 5_000;
        for (int each = 0; each < 6; each++) {
            append("d", size);
        }
        int pieces = 0;
        try (FullCompaction compaction = table.upkeep().beginCompaction()) {
            while (!compaction.isDone()) {
                compaction.advance(System.nanoTime() + 1_000_000);
                pieces++;
                append("d", 1);
                table.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + SECOND / 100);
            }
            assertEquals(6, compaction.result().filesBefore());
            assertEquals(1, compaction.result().filesAfter());
            assertTrue(compaction.result().version() < table.version());
            assertFalse(table.commit(compaction.result().version()).isDataChange());
        }
        assertTrue(pieces > 2, pieces + " pieces");
        assertEquals(pieces + 1, table.dataFiles().size(), "what came later is left alone");
        assertEquals(texts(expected), texts(table.readAll()));
        assertEquals(IntStream.range(0, 6 * size).boxed().toList(),
                table.readAll().stream().limit(6L * size).map(row -> row[1]).toList(),
                "rows stay in the order in which they came");
    }

    @Test
    void oneThatIsGivenUpKeepsWhatItHasDoneAndLeavesNoFile() throws Exception {
        for (int each = 0; each < 6; each++) {
            append("d", 5_000);
        }
        FullCompaction compaction = table.upkeep().beginCompaction();
        while (filesOnDisk() == filesOfTheLog()) {
            assertFalse(compaction.isDone(), "no copy was seen under way");
            compaction.advance(System.nanoTime());
        }
        long version = table.version();
        compaction.close();
        assertTrue(compaction.isDone());
        assertEquals(version, table.version());
        assertTrue(compaction.result().filesAfter() < 6);
        assertEquals(filesOfTheLog(), filesOnDisk());
        assertEquals(texts(expected), texts(table.readAll()));
    }

    @Test
    void aFileThatIsGoneStaysApartAndTheOthersAreMerged() throws Exception {
        for (int each = 0; each < 6; each++) {
            append("d", 1);
        }
        DataFile lost = table.dataFiles().get(2);
        Files.delete(lost.in(folder.resolve("silver/t")));
        assertEquals(2, compact().filesAfter());
        assertTrue(table.dataFiles().contains(lost));
        assertThrows(VersionGoneException.class, () -> table.readAll());
    }

    /** Those that a version has added, live or not. */
    private long filesOfTheLog() {
        return LongStream.rangeClosed(0, table.version())
                .map(version -> table.commit(version).files().size()).sum();
    }

    private long filesOnDisk() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("silver/t/day=d"))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }
}
