package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.rows;
import static deltadesk.tables.SampleTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a table with a log checkpoint is opened. */
class OpenLogTest {
    @TempDir private Path temporary;
    private Path folder;
    private Lake lake;
    private DeltaTable table;

    @BeforeEach
    void open() {
        folder = temporary.resolve("données #1/gold/t");
        reopen();
    }

    private void reopen() {
        close();
        lake = Lake.open(temporary.resolve("données #1"));
        table = lake.table("gold.t", EVERY_TYPE, Map.of("delta.checkpointInterval", "4"));
    }

    @AfterEach
    void close() {
        if (lake != null) {
            lake.close();
        }
    }

    /** Versions 1 to 12, with log checkpoints at 3, 7 and 11. */
    private void replaceTwelveTimes() {
        for (int batch = 0; batch < 12; batch++) {
            table.replace("query", batch, rows(row("a b", batch)));
            table.maintain(MaintenancePolicy.AGGREGATE, System.nanoTime() + 1_000_000_000L);
        }
    }

    @Test
    void aLongLogIsOpenedWithoutListingIt() throws Exception {
        replaceTwelveTimes();
        List<String> expected = texts(table.readAll());
        // A listing would take this for the newest version.
        Files.copy(LogFiles.of(folder).commit(12), LogFiles.of(folder).commit(99_999));
        reopen();
        assertEquals(12, table.version());
        assertEquals(expected, texts(table.readAll()));
        Files.delete(LogFiles.of(folder).commit(99_999));
        Files.writeString(folder.resolve("_delta_log/_last_checkpoint"), "{\"vers");
        reopen();
        assertEquals(12, table.version());
        assertEquals(expected, texts(table.readAll()));
    }

    @Test
    void aTornLogCheckpointIsDoneWithout() throws Exception {
        replaceTwelveTimes();
        List<String> expected = texts(table.readAll());
        Path checkpoint = LogFiles.of(folder).checkpoint(11);
        byte[] whole = Files.readAllBytes(checkpoint);
        for (int length : new int[] {whole.length / 2, 0}) {
            Files.write(checkpoint, Arrays.copyOf(whole, length));
            Files.writeString(folder.resolve("_delta_log/_last_checkpoint"),
                    "{\"version\":11,\"size\":1}");
            reopen();
            assertEquals(12, table.version());
            assertEquals(expected, texts(table.readAll()));
            assertFalse(Files.exists(checkpoint));
        }
    }

    @Test
    void aTornLogCheckpointThatNothingNamesYetIsDoneWithout() throws Exception {
        replaceTwelveTimes();
        List<String> expected = texts(table.readAll());
        LogFiles log = LogFiles.of(folder);
        byte[] whole = Files.readAllBytes(log.checkpoint(log.lastCheckpoint().getAsLong()));
        Path hint = folder.resolve("_delta_log/_last_checkpoint");
        for (boolean isNamed : new boolean[] {true, false}) {
            Files.write(log.checkpoint(12), Arrays.copyOf(whole, whole.length / 2));
            if (!isNamed) {
                Files.delete(hint);
            }
            reopen();
            assertEquals(12, table.version());
            assertEquals(expected, texts(table.readAll()));
            assertFalse(log.hasCheckpoint(12));
            assertTrue(log.hasCheckpoint(11), "a whole one is left alone");
        }
    }
}
