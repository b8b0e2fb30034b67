package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.rows;
import static deltadesk.tables.SampleTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person has deleted, and what stays whatever they ask. */
class VacuumTest {
    private static final Duration DAY = Duration.ofHours(24);
    @TempDir private Path temporary;
    private Path folder;
    private Lake lake;
    private DeltaTable table;

    @BeforeEach
    void open() {
        folder = temporary.resolve("données #1/gold/t");
        lake = Lake.open(temporary.resolve("données #1"));
        table = lake.table("gold.t", EVERY_TYPE);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    /** Versions 1 to 12, each with a row in place of the one before, the last the newest. */
    private void replaceTwelveTimes() {
        for (int batch = 0; batch < 12; batch++) {
            table.replace("query", batch, rows(row("a b", batch)));
        }
    }

    private VacuumResult vacuum(Duration retention, long sparedFrom, boolean isDryRun) {
        return table.upkeep().vacuum(retention, sparedFrom, isDryRun, (done, of) -> { });
    }

    private void compact() {
        try (FullCompaction compaction = table.upkeep().beginCompaction()) {
            while (!compaction.isDone()) {
                compaction.advance(System.nanoTime() + 1_000_000_000L);
            }
        }
    }

    private long dataFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }

    @Test
    void aVacuumListsAndThenDeletesWhatNoKeptVersionHas() throws Exception {
        replaceTwelveTimes();
        table.fileWriter().write(rows(row("a b", 99)));
        assertEquals(13, dataFiles());
        assertEquals(0, vacuum(DAY, Long.MAX_VALUE, false).files().size());
        Aging.age(folder, 9, DAY.multipliedBy(2));
        for (Path file : vacuum(Duration.ZERO, Long.MAX_VALUE, true).files()) {
            assertTrue(Files.exists(file));
        }
        assertEquals(5, vacuum(DAY, 7, true).files().size());
        // The file of version 9 was replaced by version 10, within the day.
        VacuumResult listed = vacuum(DAY, Long.MAX_VALUE, true);
        assertEquals(8, listed.files().size());
        assertTrue(listed.sizeBytes() > 0);
        assertFalse(listed.isDeleted());
        assertEquals(9, listed.keptFrom(), "the newest of the day before is whole");
        assertEquals(13, dataFiles());
        assertEquals(listed.files(), vacuum(DAY, Long.MAX_VALUE, false).files());
        assertEquals(5, dataFiles());
        assertEquals(texts(rows(row("a b", 8))), texts(table.commit(9).rows()));
        assertThrows(VersionGoneException.class, () -> table.commit(8).rows());
        assertEquals(texts(rows(row("a b", 11))), texts(table.readAll()));
    }

    @Test
    void aFileWithoutACommitGoesWithTheVacuumOnceItIsOld() throws Exception {
        table.append("query", 0, rows(row("d", 1)));
        DataFile orphan = table.fileWriter().write(rows(row("d", 2))).get(0);
        Path path = orphan.in(folder);
        assertEquals(0, vacuum(Duration.ZERO, Long.MAX_VALUE, false).files().size());
        Files.setLastModifiedTime(path,
                FileTime.fromMillis(System.currentTimeMillis() - 2 * DAY.toMillis()));
        assertEquals(
                List.of(path), vacuum(Duration.ZERO, Long.MAX_VALUE, false).files());
        assertFalse(Files.exists(path));
        assertEquals(1, table.readAll().size());
    }

    @Test
    void afterACompactionWhatWasReplacedBeforeTheRetentionGoesAlone() throws Exception {
        for (int batch = 0; batch < 5; batch++) {
            table.append("query", batch, rows(row("d", batch)));
        }
        compact();
        Aging.age(folder, table.version(), Duration.ofHours(3));
        table.append("query", 5, rows(row("d", 5)));
        KernelReader open = new KernelReader(folder, EVERY_TYPE);
        List<String> openRows = texts(table.readAll());
        compact();
        table.append("query", 6, rows(row("d", 6)));
        List<String> expected = texts(table.readAll());
        assertEquals(8 + 1, dataFiles());
        assertEquals(0, vacuum(Duration.ofHours(4), Long.MAX_VALUE, false).files().size());
        VacuumResult result = vacuum(Duration.ofHours(2), Long.MAX_VALUE, false);
        assertEquals(5, result.files().size(), "those that the first compaction replaced");
        assertEquals(6, result.keptFrom());
        assertEquals(openRows, texts(open.rows()), "the version before the second one is whole");
        assertEquals(expected, texts(table.readAll()));
        for (long version = result.keptFrom() + 1; version <= table.version(); version++) {
            for (DataFile file : table.commit(version).files()) {
                assertTrue(Files.exists(file.in(folder)));
            }
        }
    }
}
