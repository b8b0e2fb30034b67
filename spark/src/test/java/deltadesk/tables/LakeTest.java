package deltadesk.tables;

import static deltadesk.tables.SampleTables.EVERY_TYPE;
import static deltadesk.tables.SampleTables.row;
import static deltadesk.tables.SampleTables.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    @TempDir private Path folder;

    @Test
    void aNewTableIsReadableByEveryReader() throws Exception {
        try (Lake lake = Lake.open(folder)) {
            DeltaTable table = lake.table("silver.t", EVERY_TYPE);
            assertEquals(0, table.version());
            assertSame(table, lake.table("silver.t", EVERY_TYPE));
        }
        String commit = Files.readString(CommitFile.path(folder.resolve("silver/t"), 0));
        assertTrue(commit.contains("\"minReaderVersion\":1"), commit);
        assertTrue(commit.contains("\"minWriterVersion\":2"), commit);
    }

    @Test
    void anotherSchemaIsRefusedNamingColumnBothTypesAndTheWayOut() {
        try (Lake lake = Lake.open(folder)) {
            lake.table("silver.t", EVERY_TYPE);
        }
        List<ColumnSpec> columns = new ArrayList<>(EVERY_TYPE.columns());
        columns.set(10, new ColumnSpec("middle", "decimal(22,2)"));
        TableSchema other = new TableSchema(columns, EVERY_TYPE.partitionColumns());
        try (Lake lake = Lake.open(folder)) {
            String message = assertThrows(SchemaMismatchException.class,
                    () -> lake.table("silver.t", other)).getMessage();
            assertTrue(message.contains("silver.t"), message);
            assertTrue(message.contains("column middle is decimal(12,2) in the table and "
                    + "decimal(22,2) as declared"), message);
            assertTrue(message.contains("move that folder away"), message);
            TableSchema unpartitioned = new TableSchema(EVERY_TYPE.columns(), List.of());
            assertThrows(SchemaMismatchException.class,
                    () -> lake.table("silver.t", unpartitioned));
        }
    }

    @Test
    void aTornNewestCommitIsNamedWithItsRemedy() throws Exception {
        try (Lake lake = Lake.open(folder)) {
            lake.table("silver.t", EVERY_TYPE).append("query", 0, rows(row("d", 1)));
        }
        Path commit = CommitFile.path(folder.resolve("silver/t"), 1);
        String whole = Files.readString(commit);
        for (String torn : List.of("", whole.substring(0, whole.length() / 2))) {
            Files.writeString(commit, torn);
            assertDamaged(commit);
        }
        Files.delete(commit);
        try (Lake lake = Lake.open(folder)) {
            assertEquals(0, lake.table("silver.t", EVERY_TYPE).version());
        }
    }

    @Test
    void aMissingDataFileOfTheNewestCommitIsNamedWithItsRemedy() throws Exception {
        Path dataFile;
        try (Lake lake = Lake.open(folder)) {
            lake.table("silver.t", EVERY_TYPE).append("query", 0, rows(row("d", 1)));
            dataFile = CommitFile.read(folder.resolve("silver/t"), 1)
                    .added().get(0).in(folder.resolve("silver/t"));
        }
        Files.delete(dataFile);
        assertDamaged(dataFile);
    }

    private void assertDamaged(Path named) {
        try (Lake lake = Lake.open(folder)) {
            String message = assertThrows(TableDamagedException.class,
                    () -> lake.table("silver.t", EVERY_TYPE)).getMessage();
            assertTrue(message.contains("silver.t"), message);
            assertTrue(message.contains("Move "), message);
            assertTrue(message.contains(named.getFileName().toString()), message);
        }
    }

    @Test
    void aTableOfAClosedLakeIsNotWritten() {
        DeltaTable table;
        try (Lake lake = Lake.open(folder)) {
            table = lake.table("silver.t", EVERY_TYPE);
        }
        assertThrows(IllegalStateException.class,
                () -> table.append("query", 0, rows(row("d", 1))));
    }

    @Test
    void aSecondLakeInThisProcessIsRefusedUntilTheFirstIsClosed() {
        try (Lake first = Lake.open(folder)) {
            assertThrows(LakeLockedException.class,
                    () -> Lake.open(folder, Duration.ofMillis(100)));
        }
        Lake.open(folder, Duration.ZERO).close();
    }

    @Test
    void theLockOfAKilledProcessIsFreeAndThatOfALivingOneIsNot() throws Exception {
        Process holder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                LakeHolder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertEquals('h', holder.getInputStream().read(), "the holder says that it holds");
            assertThrows(LakeLockedException.class,
                    () -> Lake.open(folder, Duration.ofMillis(100)));
            holder.destroyForcibly();
            Lake.open(folder, Duration.ofSeconds(10)).close();
            assertTrue(holder.waitFor(10, TimeUnit.SECONDS));
        } finally {
            holder.destroyForcibly();
        }
    }

    /** A process that holds a lake until it is killed or its stdin ends. */
    static final class LakeHolder {
        private LakeHolder() {}

        public static void main(String[] arguments) throws Exception {
            try (LakeLock lock = LakeLock.acquire(Path.of(arguments[0]), Duration.ZERO)) {
                System.out.print('h');
                System.out.flush();
                System.in.read();
            }
        }
    }
}
