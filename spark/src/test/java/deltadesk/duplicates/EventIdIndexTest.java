package deltadesk.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import deltadesk.tables.ColumnSpec;
import deltadesk.tables.DeltaTable;
import deltadesk.tables.Lake;
import deltadesk.tables.TableSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventIdIndexTest {
    private static final TableSchema SILVER = new TableSchema(
            List.of(
                    new ColumnSpec("event_id", "string"),
                    new ColumnSpec("kafka_partition", "int"),
                    new ColumnSpec("kafka_offset", "long")),
            List.of());
    private static final Set<String> ALL = Set.of("a", "b", "c", "d", "\u0000", "");
    @TempDir private Path folder;
    private final List<Long> rebuilt = new ArrayList<>();
    private Lake lake;
    private DeltaTable silver;
    private EventIdIndex index;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("delta"));
        silver = lake.table("silver.sales", SILVER);
        index = open(silver);
    }

    private EventIdIndex open(DeltaTable table) {
        return EventIdIndex.open(
                folder.resolve("event-ids"), table, "event_id", "kafka_partition", "kafka_offset",
                rebuilt::add);
    }

    @AfterEach
    void close() {
        index.close();
        lake.close();
    }

    private List<Object[]> commit(long batch, String... eventIds) {
        List<Object[]> rows = new ArrayList<>();
        for (String eventId : eventIds) {
            rows.add(new Object[] {eventId, (int) batch, 10L * batch + rows.size()});
        }
        silver.append("query", batch, rows);
        return rows;
    }

    private static List<Object[]> singleRow(Object... values) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(values);
        return rows;
    }

    @Test
    void appliedIdsAreFoundWithTheirWinnersAndOthersAreAbsent() {
        index.apply(1, commit(0, "a", "b", "\u0000"));
        assertEquals(
                Map.of("a", new Winner(0, 0), "b", new Winner(0, 1), "\u0000", new Winner(0, 2)),
                index.find(ALL));
        assertEquals(1, index.silverVersion());
        assertEquals(Map.of(), index.find(List.of()));
    }

    @Test
    void whatItMissedIsTakenFromSilversLogWhenOpened() {
        index.apply(1, commit(0, "a"));
        commit(1, "b");
        commit(2);
        commit(3, "c");
        close();
        open();
        assertEquals(4, index.silverVersion());
        assertEquals(Set.of("a", "b", "c"), index.find(ALL).keySet());
    }

    @Test
    void aGapIsFilledBeforeNewerRowsAndAnAppliedVersionIsNotAppliedAgain() {
        commit(0, "a");
        List<Object[]> second = commit(1, "b");
        index.apply(2, second);
        assertEquals(Set.of("a", "b"), index.find(ALL).keySet());
        index.apply(1, List.of());
        assertEquals(2, index.silverVersion());
    }

    @Test
    void deletedOrUnreadableFilesAreBuiltAnew() throws Exception {
        index.apply(1, commit(0, "a", "b"));
        index.close();
        try (Stream<Path> files = Files.list(folder.resolve("event-ids"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "torn");
            }
        }
        index = open(silver);
        assertEquals(Set.of("a", "b"), index.find(ALL).keySet());
        index.close();
        EventIdStore.delete(folder.resolve("event-ids"));
        index = open(silver);
        assertEquals(Set.of("a", "b"), index.find(ALL).keySet());
        assertEquals(1, index.silverVersion());
    }

    @Test
    void anIndexOfAnotherSilverTableOrBeyondItIsBuiltAnew() throws Exception {
        index.apply(1, commit(0, "a"));
        index.apply(2, commit(1, "b"));
        index.close();
        DeltaTable another = lake.table("silver.another", SILVER);
        another.append("query", 0, singleRow("c", 0, 0L));
        another.append("query", 1, List.of());
        another.append("query", 2, List.of());
        index = open(another);
        assertEquals(Set.of("c"), index.find(ALL).keySet(), "another table, more versions");
        index.close();
        index = open(silver);
        assertEquals(Set.of("a", "b"), index.find(ALL).keySet());
        close();
        Files.delete(folder.resolve("delta/silver/sales/_delta_log/00000000000000000002.json"));
        open();
        assertEquals(Set.of("a"), index.find(ALL).keySet(), "the same table, set back");
    }

    @Test
    void replacedRowsAreForgotten() {
        index.apply(1, commit(0, "a", "b"));
        silver.replace("query", 1, singleRow("b", 0, 1L));
        commit(2, "c");
        index.apply(3, commit(2, "c"));
        assertEquals(Set.of("b", "c"), index.find(ALL).keySet());
        assertEquals(3, index.silverVersion());
    }

    @Test
    void anIndexThatIsOpenElsewhereIsLeftAlone() {
        index.apply(1, commit(0, "a"));
        String message =
                assertThrows(EventIdIndexException.class, () -> open(silver)).getMessage();
        assertTrue(message.contains("open already"), message);
        assertEquals(Set.of("a"), index.find(ALL).keySet());
    }

    @Test
    void aLongRebuildTellsHowFarItIs() throws Exception {
        String[] ids = IntStream.range(0, 120_000).mapToObj(each -> "id-" + each)
                .toArray(String[]::new);
        index.apply(1, commit(0, ids));
        index.close();
        EventIdStore.delete(folder.resolve("event-ids"));
        index = open(silver);
        assertEquals(List.of(50_000L, 100_000L), rebuilt);
        assertEquals(Set.of("id-0", "id-119999"),
                index.find(List.of("id-0", "id-119999", "id-120000")).keySet());
    }
}
