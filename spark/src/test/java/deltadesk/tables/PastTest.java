package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.rows;
import static deltadesk.tables.SampleTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a table's past, and what is not. */
class PastTest {
    private static final Duration DAY = Duration.ofHours(24);
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

    private void maintain(MaintenancePolicy policy) {
        table.maintain(policy, System.nanoTime() + 1_000_000_000L);
    }

    /** Versions 1 to 12, each with a row in place of the one before, the last the newest. */
    private void replaceTwelveTimes() {
        for (int batch = 0; batch < 12; batch++) {
            table.replace("query", batch, rows(row("a b", batch)));
            maintain(MaintenancePolicy.AGGREGATE);
        }
    }

    private List<String> names(String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix)).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long dataFiles() {
        return names(".parquet").stream().filter(name -> !name.contains("checkpoint")).count();
    }

    @Test
    void anAggregateKeepsTheFilesAndLogOfADayAndLosesOlderOnes() throws Exception {
        replaceTwelveTimes();
        assertEquals(12, dataFiles());
        Aging.age(folder, 9, DAY.multipliedBy(2));
        reopen();
        maintain(MaintenancePolicy.AGGREGATE);
        // Version 7 has the newest log checkpoint older than a day; 7 and later can be read.
        assertEquals("00000000000000000007.json", names(".json").get(0));
        assertEquals(6, names(".json").size());
        assertEquals(List.of("00000000000000000007.checkpoint.parquet",
                "00000000000000000011.checkpoint.parquet"), names(".checkpoint.parquet"));
        assertEquals(7, dataFiles(), "and that which version 7 replaced");
        for (long version = 7; version <= 12; version++) {
            assertEquals(texts(rows(row("a b", (int) version - 1))),
                    texts(table.commit(version).rows()));
        }
        reopen();
        assertEquals(OptionalLong.of(11), table.transactionVersion("query"));
        assertEquals(texts(rows(row("a b", 11))), texts(table.readAll()));
    }

    @Test
    void nothingGoesThatIsNotAppliedOrWhenFilesAreKept() throws Exception {
        replaceTwelveTimes();
        Aging.age(folder, 9, DAY.multipliedBy(2));
        reopen();
        maintain(MaintenancePolicy.vacuumed(DAY, () -> 3));
        assertEquals("00000000000000000003.json", names(".json").get(0));
        assertEquals(11, dataFiles());
        reopen();
        maintain(new MaintenancePolicy(false, DAY, true, () -> Long.MAX_VALUE));
        assertEquals("00000000000000000007.json", names(".json").get(0));
        assertEquals(11, dataFiles());
        reopen();
        maintain(MaintenancePolicy.ROW_LEVEL);
        assertEquals(11, dataFiles());
    }
}
