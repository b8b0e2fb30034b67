package deltadesk.tables;

import static deltadesk.tables.SampleTables.rows;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table on disk under packs of other columns. */
class SchemaEvolutionTest {
    private static final TableSchema FIRST = schema("day string", "a int", "b string");

    @TempDir
    private Path folder;

    @Test
    void aNewColumnIsNullInOldRowsAndKeptInNewOnesWhereverItIsDeclared() {
        append(FIRST, 1, 0, new Object[] {"d", 1, "x"});
        TableSchema second = schema("day string", "c decimal(12,2)", "a int", "b string");
        java.math.BigDecimal amount = new java.math.BigDecimal("1.10");
        append(second, 1, 1, new Object[] {"d", amount, 2, "y"});
        try (Lake lake = open()) {
            DeltaTable table = lake.table("silver.t", second, Lake.schemaVersion(1));
            assertEquals(2, table.version());
            assertArrayEquals(new Object[] {"d", null, 1, "x"}, table.commit(1).rows().get(0));
            assertArrayEquals(new Object[] {"d", amount, 2, "y"}, table.commit(2).rows().get(0));
            assertEquals(2, table.readAll().size());
            assertEquals(1, table.transactionVersion("query").orElse(-1));
        }
    }

    @Test
    void theTableStaysReadableForOldReadersAndKeepsItsProperties() throws Exception {
        append(FIRST, 1, 0, new Object[] {"d", 1, "x"});
        append(schema("day string", "a int", "b string", "c long"), 1, 1);
        String commit = Files.readString(CommitFile.path(folder.resolve("silver/t"), 2));
        assertTrue(commit.contains("\"metaData\""), commit);
        assertTrue(commit.contains("delta.checkpointInterval"), commit);
        assertFalse(commit.contains("\"protocol\""), commit);
    }

    @Test
    void theColumnsComeWithTheFirstCommitAndOnce() throws Exception {
        append(FIRST, 1, 0);
        TableSchema second = schema("day string", "a int", "b string", "c long");
        try (Lake lake = open()) {
            lake.table("silver.t", second, Lake.schemaVersion(1));
        }
        // A job that failed before its first batch can be set back.
        append(FIRST, 1, 1);
        append(second, 1, 2);
        append(second, 1, 3);
        for (int version = 2; version <= 4; version++) {
            String commit = Files.readString(
                    CommitFile.path(folder.resolve("silver/t"), version));
            assertEquals(version == 3, commit.contains("\"metaData\""), commit);
        }
    }

    @Test
    void aRemovedColumnIsRefusedWithTheWayOutUntilTheVersionIsRaised() {
        append(FIRST, 1, 0, new Object[] {"d", 1, "x"});
        TableSchema without = schema("day string", "a int");
        String message = refusal(without, 1);
        assertTrue(message.contains("column b (string) is in the table but not declared"), message);
        assertTrue(message.contains("raise the pack's schemaVersion above 1"), message);
        append(without, 2, 1, new Object[] {"d", 2});
        assertTrue(refusal(schema("day string"), 2).contains("column a (int)"));
        append(without, 2, 2, new Object[] {"d", 3});
        append(FIRST, 2, 3, new Object[] {"d", 4, "back"});
        try (Lake lake = open()) {
            List<String> texts = SampleTables.texts(
                    lake.table("silver.t", FIRST, Lake.schemaVersion(2)).readAll());
            assertEquals(List.of("[d, 1, x]", "[d, 2, null]", "[d, 3, null]", "[d, 4, back]"),
                    texts);
        }
        assertTrue(refusal(without, 2).contains("column b (string)"));
    }

    @Test
    void aRenamedColumnIsNamedByBothNames() {
        append(FIRST, 1, 0);
        String message = refusal(schema("day string", "a int", "bb string"), 1);
        assertTrue(message.contains("column b (string) is in the table but not declared; "
                + "bb (string) is declared but not in the table"), message);
    }

    @Test
    void anotherTypeIsRefusedAtEveryVersion() {
        append(FIRST, 1, 0);
        String message = refusal(schema("day string", "a long", "b string"), 9);
        assertTrue(message.contains("column a is int in the table and long as declared"), message);
        assertTrue(message.contains("a new column name"), message);
    }

    @Test
    void aTableWithoutASchemaVersionKeepsItsColumns() {
        try (Lake lake = open()) {
            lake.table("silver.t", FIRST);
        }
        try (Lake lake = open()) {
            TableSchema more = schema("day string", "a int", "b string", "c long");
            assertThrows(SchemaMismatchException.class, () -> lake.table("silver.t", more));
        }
    }

    @Test
    void compactionKeepsWhatOldRowsHaveInAColumnThatWasGivenUp() {
        TableSchema without = schema("day string", "a int");
        for (int batch = 0; batch < 20; batch++) {
            append(FIRST, 1, batch, new Object[] {"d", batch, "x" + batch});
        }
        append(without, 2, 20, new Object[] {"d", 20});
        long version;
        try (Lake lake = open()) {
            DeltaTable table = lake.table("silver.t", without, Lake.schemaVersion(2));
            version = table.version();
            table.maintain(MaintenancePolicy.ROW_LEVEL, System.nanoTime() + 10_000_000_000L);
            assertTrue(table.version() > version);
        }
        append(FIRST, 2, 21, new Object[] {"d", 21, "back"});
        try (Lake lake = open()) {
            List<String> texts = SampleTables.texts(
                    lake.table("silver.t", FIRST, Lake.schemaVersion(2)).readAll());
            assertEquals(22, texts.size());
            assertTrue(texts.containsAll(List.of("[d, 0, x0]", "[d, 19, x19]", "[d, 20, null]")),
                    texts.toString());
        }
    }

    private Lake open() {
        return Lake.open(folder);
    }

    private String refusal(TableSchema schema, int version) {
        try (Lake lake = open()) {
            return assertThrows(SchemaMismatchException.class, () -> lake.table(
                    "silver.t", schema, Lake.schemaVersion(version))).getMessage();
        }
    }

    /** Opens as a new process would; returns the table version afterwards. */
    private long append(TableSchema schema, int version, long batchId, Object[]... rows) {
        try (Lake lake = open()) {
            return lake.table("silver.t", schema, Lake.schemaVersion(version))
                    .append("query", batchId, rows(rows));
        }
    }

    /** Partitioned by its first column. */
    private static TableSchema schema(String... columns) {
        List<ColumnSpec> specs = Arrays.stream(columns).map(column -> column.split(" "))
                .map(column -> new ColumnSpec(column[0], column[1])).toList();
        return new TableSchema(specs, List.of(specs.get(0).name()));
    }
}
