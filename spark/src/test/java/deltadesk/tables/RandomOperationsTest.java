package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.nulls;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a table in whatever order, it holds the rows that were committed. */
class RandomOperationsTest {
    private static final Map<String, String> OFTEN = Map.of("delta.checkpointInterval", "5");
    @TempDir private Path folder;
    private final List<Object[]> model = new ArrayList<>();
    private Lake lake;
    private DeltaTable table;
    private long transaction = -1;
    private int number;
    private Random random;
    private KernelReader open;
    private List<String> openRows;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void itHoldsTheRowsThatWereCommitted(long seed) throws Exception {
        random = new Random(seed);
        reopen();
        for (int step = 0; step < 200; step++) {
            switch (random.nextInt(13)) {
                case 0, 1, 2, 3, 4 -> append();
                case 5 -> appendFiles();
                case 6, 7, 8 -> maintain();
                case 9 -> crash(step);
                case 10 -> reopen();
                case 11 -> compact();
                default -> readAgain();
            }
            if (step % 100 == 99) {
                replace();
            }
            if (step % 10 == 0) {
                assertHoldsTheModel();
            }
        }
        assertHoldsTheModel();
        lake.close();
    }

    private void reopen() {
        if (lake != null) {
            lake.close();
        }
        lake = Lake.open(folder);
        table = lake.table("silver.t", EVERY_TYPE, OFTEN);
    }

    private List<Object[]> newRows() {
        List<Object[]> rows = new ArrayList<>();
        int count = random.nextInt(10) == 0 ? 3_000 : random.nextInt(20);
        for (int each = 0; each < count; each++) {
            String day = random.nextInt(20) == 0 ? null : "day " + random.nextInt(3) + "%";
            rows.add(random.nextInt(10) == 0 ? nulls(day) : row(day, number++));
        }
        return rows;
    }

    private void append() {
        List<Object[]> rows = newRows();
        table.append("query", ++transaction, rows);
        model.addAll(rows);
        table.append("query", transaction, newRows());
    }

    private void appendFiles() {
        List<DataFile> files = new ArrayList<>();
        for (int task = 0; task < 3; task++) {
            List<Object[]> rows = newRows();
            files.addAll(table.fileWriter().write(rows));
            model.addAll(rows);
        }
        table.appendFiles("query", ++transaction, files);
    }

    private void replace() {
        List<Object[]> rows = newRows();
        table.replace("query", ++transaction, rows);
        model.clear();
        model.addAll(rows);
    }

    private void maintain() {
        // Sometimes for a moment only, so that a copy is left unfinished.
        table.maintain(MaintenancePolicy.ROW_LEVEL,
                System.nanoTime() + random.nextInt(3) * 5_000_000L);
    }

    /** Sometimes to the end, sometimes given up, with a commit between two pieces. */
    private void compact() {
        try (FullCompaction compaction = table.upkeep().beginCompaction()) {
            for (int piece = random.nextInt(5); piece >= 0 && !compaction.isDone(); piece--) {
                compaction.advance(System.nanoTime() + random.nextInt(3) * 5_000_000L);
                if (random.nextInt(3) == 0) {
                    append();
                }
            }
        }
    }

    /** Between the data files of a commit or a compaction and its entry in the log. */
    private void crash(int step) {
        DeltaTable crashed = table;
        lake.close();
        if (step % 2 == 0) {
            assertThrows(IllegalStateException.class,
                    () -> crashed.append("query", transaction + 1, newRows()));
        } else {
            try {
                crashed.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + 50_000_000L);
            } catch (IllegalStateException closed) {
                // There was something to compact.
            }
        }
        reopen();
    }

    /** A reader that opened an older version reads it to its end, or opens the newest. */
    private void readAgain() throws Exception {
        if (open != null) {
            assertEquals(openRows, texts(open.rows()));
        }
        open = new KernelReader(folder.resolve("silver/t"), EVERY_TYPE);
        openRows = texts(model);
    }

    private void assertHoldsTheModel() throws Exception {
        List<String> expected = texts(model);
        assertEquals(expected, texts(table.readAll()));
        KernelReader reader = new KernelReader(folder.resolve("silver/t"), EVERY_TYPE);
        assertEquals(table.version(), reader.version());
        assertEquals(expected, texts(reader.rows()));
        assertEquals(transaction < 0 ? OptionalLong.empty() : OptionalLong.of(transaction),
                reader.transactionVersion("query"));
        for (long version = 1; version <= table.version(); version++) {
            for (DataFile file : CommitFile.read(folder.resolve("silver/t"), version).added()) {
                assertEquals(true, Files.exists(file.in(folder.resolve("silver/t"))));
            }
        }
    }
}
