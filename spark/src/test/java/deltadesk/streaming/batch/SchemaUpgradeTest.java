package deltadesk.streaming.batch;

import static deltadesk.streaming.batch.UpgradedSales.FIRST;
import static deltadesk.streaming.batch.UpgradedSales.SECOND;
import static deltadesk.streaming.batch.UpgradedSales.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.aggregates.Aggregate;
import deltadesk.definition.DefinitionHistory;
import deltadesk.definition.ResolvedDefinition;
import deltadesk.streaming.TestSpark;
import deltadesk.streaming.layers.CompiledDefinition;
import deltadesk.streaming.layers.LayerRows;
import deltadesk.streaming.layers.SourceRows;
import deltadesk.streaming.source.Checkpoint;
import deltadesk.streaming.source.PlannedBatch;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer definition of a pack over the tables of the older one. */
class SchemaUpgradeTest {
    @TempDir
    private Path folder;

    @Test
    void oldRowsReadNullNewOnesTheirValueAndTheAggregateGoesOn() {
        run(FIRST, 0, sale("A", null), sale("B", "\"web\""));
        run(SECOND, 1, sale("C", "\"web\""), sale("D", null));
        List<String> channels = List.of("A null", "B null", "C web", "D null");
        assertEquals(channels, channels("bronze.ventes_stream"));
        assertEquals(channels, channels("silver.ventes_clean"));
        assertAggregatesEqualTheirRecompute(4);
    }

    @Test
    void aPendingBatchIsReplayedWithItsOwnDefinitionIntoTheNewColumns() {
        run(FIRST, 0, sale("A", null));
        assertThrows(Crash.class, () -> run(FIRST, FIRST, 1, CommitPoint.BRONZE,
                sale("B", "\"web\""), "no sale"));
        run(FIRST, SECOND, 1, null, sale("B", "\"web\""), "no sale");
        run(SECOND, 2, sale("C", "\"web\""));
        // Its definition did not know the field, before and after the crash.
        List<String> channels = List.of("A null", "B null", "C web");
        assertEquals(channels, channels("bronze.ventes_stream"));
        assertEquals(channels, channels("silver.ventes_clean"));
        assertAggregatesEqualTheirRecompute(3);
    }

    @Test
    void theHistoryGivesThePendingBatchItsDefinition() {
        DefinitionHistory history = new DefinitionHistory(folder);
        history.take(FIRST, 0, false);
        NavigableMap<Long, ResolvedDefinition> taken = history.take(SECOND, 2, true);
        assertEquals(FIRST.json(), taken.floorEntry(1L).getValue().json());
        assertEquals(SECOND.json(), taken.floorEntry(2L).getValue().json());
    }

    @Test
    void theWayBackIsRefusedOnceTheColumnIsThere() {
        run(FIRST, 0, sale("A", null));
        run(SECOND, 1, sale("B", "\"web\""));
        String message = assertThrows(RuntimeException.class,
                () -> run(FIRST, 2, sale("C", null))).getMessage();
        assertTrue(message.contains("column canal (string) is in the table but not declared"),
                message);
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void run(ResolvedDefinition definition, long batchId, String... values) {
        run(definition, definition, batchId, null, values);
    }

    /** `rows` makes the rows of the batch, `tables` is the pack of the process that runs it. */
    private void run(
            ResolvedDefinition rows,
            ResolvedDefinition tables,
            long batchId,
            CommitPoint crash,
            String... values) {
        try (Lake lake = Lake.open(folder.resolve("delta"));
                PackTables open = open(lake, tables)) {
            PlannedBatch batch = new PlannedBatch(batchId, 1_766_399_447_000_000L + batchId,
                    offsets(10 * batchId), offsets(10 * batchId + values.length));
            LayerRows layers = CompiledDefinition.compile(
                    TestSpark.session(), rows, tables.stream()).read(SourceRows.of(
                            TestSpark.session(), List.of(values), 10 * batchId),
                            batch.plannedAtMicros());
            new MicroBatch(open, "the-query",
                    StoredOffsets.of(new Checkpoint(folder.resolve("checkpoint")), open),
                    reached -> {
                        if (reached == crash) {
                            throw new Crash();
                        }
                    }).commit(batch, rows.stream(), layers, new BatchDurations());
        }
    }

    private static TreeMap<String, Long> offsets(long offset) {
        return new TreeMap<>(Map.of("0", offset));
    }

    private PackTables open(Lake lake, ResolvedDefinition definition) {
        PackTables tables =
                new PackTables(lake, folder.resolve("checkpoint"), definition.stream());
        tables.compileAggregates(TestSpark.session(), definition);
        return tables;
    }

    private List<String> channels(String name) {
        try (Lake lake = Lake.open(folder.resolve("delta"));
                PackTables tables = open(lake, SECOND)) {
            DeltaTable table = tables.rowLevel().stream()
                    .filter(each -> each.name().equals(name)).findFirst().orElseThrow();
            int eventId = table.schema().indexOf("event_id");
            int channel = table.schema().indexOf("canal");
            return table.readAll().stream()
                    .map(row -> row[eventId] + " " + row[channel]).sorted().toList();
        }
    }

    /** Folds Silver's whole log, old commits among it, into a new table, and compares. */
    private void assertAggregatesEqualTheirRecompute(int sales) {
        List<String> live = aggregate();
        assertEquals(1, live.size());
        assertTrue(live.get(0).contains(", " + sales + ", "), live.get(0));
        delete(folder.resolve("delta/silver/ca_par_pays_segment"));
        assertEquals(live, aggregate());
    }

    private List<String> aggregate() {
        try (Lake lake = Lake.open(folder.resolve("delta"));
                PackTables tables = open(lake, SECOND)) {
            Aggregate revenue = tables.aggregates.stream().filter(each ->
                    each.table().name().endsWith(".ca_par_pays_segment")).findFirst().orElseThrow();
            revenue.catchUp(null, 0);
            return rows(revenue.table(), revenue.table().schema().indexOf("processed_at"));
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> rows(DeltaTable table, int withoutColumn) {
        return table.readAll().stream().map(row -> {
            row[withoutColumn] = null;
            return Arrays.deepToString(row);
        }).sorted().toList();
    }
}
