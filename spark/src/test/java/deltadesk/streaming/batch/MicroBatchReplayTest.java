package deltadesk.streaming.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import deltadesk.streaming.layers.CompiledDefinition;
import deltadesk.streaming.layers.SourceRows;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two micro-batches on real tables, the second one broken off after each of its steps. */
class MicroBatchReplayTest {
    private static final String QUERY_ID = "the-query";
    private static CompiledDefinition definition;

    @TempDir
    private Path folder;

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void compile() {
        definition = CompiledDefinition.compile(
                TestSpark.session(), ResolvedDefinition.read(TestSpark.salesPack()));
    }

    @Test
    void everyRecordIsInExactlyOnePlace() {
        Map<String, List<String>> tables = uninterrupted(folder);
        assertEquals(6, tables.get("bronze").size());
        assertEquals(3, tables.get("silver").size());
        assertEquals(2, tables.get("duplicates").size());
        assertEquals(3, tables.get("rejected").size());
        assertEquals(1, tables.get("aggregate0").size());
        assertTrue(tables.get("aggregate0").get(0).contains("5399.94, 3"), tables.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aBatchThatCrashedAfterAStepGivesNothingTwice(CommitPoint point) {
        run(folder, 0, CommitObserver.NONE);
        assertThrows(Crash.class, () -> run(folder, 1, reached -> {
            if (reached == point) {
                throw new Crash();
            }
        }));
        assertTrue(run(folder, 1, CommitObserver.NONE).replayed());
        assertEquals(uninterrupted(folder.resolve("whole")), contents(folder));
    }

    @Test
    void aBatchThatIsAllThereChangesNoTableVersion() {
        run(folder, 0, CommitObserver.NONE);
        BatchResult first = run(folder, 1, CommitObserver.NONE);
        BatchResult again = run(folder, 1, CommitObserver.NONE);
        assertFalse(first.replayed());
        assertTrue(again.replayed());
        assertEquals(first.tableVersions(), again.tableVersions());
        assertEquals(first.silverRows(), again.silverRows());
        assertEquals(first.duplicateRows(), again.duplicateRows());
    }

    private static Map<String, List<String>> uninterrupted(Path folder) {
        run(folder, 0, CommitObserver.NONE);
        run(folder, 1, CommitObserver.NONE);
        return contents(folder);
    }

    /** Opens everything as a new process would, and closes it also after a crash. */
    private static BatchResult run(Path folder, long batchId, CommitObserver observer) {
        try (Lake lake = Lake.open(folder.resolve("delta"));
                PackTables tables = new PackTables(
                        lake, folder.resolve("checkpoint"), definition.stream())) {
            PlannedBatch batch = new PlannedBatch(
                    batchId, 1_766_399_447_000_000L + batchId, new TreeMap<>());
            return new MicroBatch(tables, QUERY_ID, observer).commit(batch, definition.stream(),
                    definition.read(records(batchId), batch.plannedAtMicros()),
                    new BatchDurations());
        }
    }

    /** Batch 0: a sale, its duplicate, no JSON. Batch 1: it again, two sales, two bad ones. */
    private static Dataset<Row> records(long batchId) {
        List<String> values = batchId == 0
                ? List.of(sale("A", 2), sale("A", 2), "no json")
                : List.of(sale("A", 2), sale("B", 2), sale("C", 2), sale("D", 2000), "{}");
        return SourceRows.of(TestSpark.session(), values, batchId * 10);
    }

    private static String sale(String eventId, int quantity) {
        return """
                {"vente_id":1,"client_id":1,"produit_id":101,"timestamp":"2025-12-22T10:30:45Z",
                "quantite":%d,"montant":1799.98,"pays":"France","segment":"Particulier",
                "prix_unitaire":899.99,"event_id":"%s","schema_version":1}"""
                .formatted(quantity, eventId);
    }

    private static Map<String, List<String>> contents(Path folder) {
        try (Lake lake = Lake.open(folder.resolve("delta"));
                PackTables tables = new PackTables(
                        lake, folder.resolve("checkpoint"), definition.stream())) {
            Map<String, List<String>> contents = new TreeMap<>();
            contents.put("bronze", rows(tables.bronze));
            contents.put("silver", rows(tables.silver));
            contents.put("rejected", rows(tables.rejected));
            contents.put("duplicates", rows(tables.duplicates));
            for (int index = 0; index < tables.aggregates.size(); index++) {
                contents.put("aggregate" + index, rows(tables.aggregates.get(index).table()));
            }
            return contents;
        }
    }

    private static List<String> rows(DeltaTable table) {
        List<String> rows = new ArrayList<>();
        table.readAll().forEach(row -> rows.add(Arrays.toString(row)));
        rows.sort(null);
        return rows;
    }
}
